# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A draft drawn as its visitors would see it, for whoever edits it."""

from django.db.models import Model
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from lgnet.ui.public import LANGUAGES, language_of


def preview(page: Model) -> HttpResponse:
    """The page in its language and frame; nothing of it may be kept."""
    path = str(getattr(page, "url_path", "")) or "/it/"
    language = language_of(path) or LANGUAGES["it"]
    request = RequestFactory().get(path)
    with translation.override(language.tag.lower()):
        html = render_to_string("website/public/text.html", {"page": page, "versions": {}}, request)
    return HttpResponse(html, headers={"Cache-Control": "private, no-store"})
