# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which somebody outside says what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import Form
from django.utils.safestring import SafeString

from lgnet.directory.cities import City
from lgnet.directory.models import Service
from lgnet.directory.pages.finding import fixed
from lgnet.directory.pages.listed import ServiceBox, service_box
from lgnet.ui.public import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The form for a service; neither once it was sent."""

    language: Language
    words: Mapping[str, SafeString]
    city: City
    box: ServiceBox | None
    form: Form | None


def report_page(city: City, language: str, service: Service | None, form: Form | None) -> ReportPage:
    """No query: the service comes with its parts."""
    box = service_box(service, language, city.slug) if service else None
    return ReportPage(LANGUAGES[language], fixed(language), city, box, form)
