# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which libraries, schools and parishes find what they may show inside of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from lgnet.directory.cities import City, cities
from lgnet.directory.words import say
from lgnet.ui.public import Language


@dataclass(frozen=True, slots=True)
class Widget:
    """A small page to show: its address here, what it is, how high it is, and the line to copy."""

    url: str
    title: str
    height: int

    @property
    def snippet(self) -> str:
        """What is copied into another page."""
        return (
            f'<iframe src="{settings.SITE_ADDRESS}{self.url}" title="{escape(self.title)}" width="320"'
            f' height="{self.height}" style="border:0;width:100%" loading="lazy"></iframe>'
        )


@dataclass(frozen=True, slots=True)
class WidgetsPage:
    """A widget with its line to copy, and the cities that have one of their own."""

    widget: Widget
    cities: Sequence[tuple[str, str]]
    is_of_a_city: bool


def widgets_page(language: Language) -> WidgetsPage:
    """The numbers. Two queries."""
    numbers = Widget(reverse("website:widget", args=[language.code]), f"LGNET: {_('In numbers')}", 420)
    return WidgetsPage(numbers, _lines(cities(), language), is_of_a_city=False)


def van_widget_page(language: Language, slug: str) -> WidgetsPage | None:
    """The van of a city; None where that is none of the network's. Two queries."""
    known = cities()
    city = next((one for one in known if one.slug == slug), None)
    if city is None:
        return None
    title = str(say(language.code, "help.city_where", city=city.name))
    widget = Widget(reverse("directory:van_widget", args=[language.code, slug]), title, 760)
    return WidgetsPage(widget, _lines(known, language), is_of_a_city=True)


def _lines(known: Sequence[City], language: Language) -> list[tuple[str, str]]:
    return [(city.name, reverse("website:van_widget", args=[language.code, city.slug])) for city in known]
