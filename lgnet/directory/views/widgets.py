# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What others may show inside of their pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lgnet.directory.pages.widget import van_widget
from lgnet.directory.views.finding import city_or_404
from lgnet.ui.public import LANGUAGES, stands_for, widget_page


@widget_page
def van(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Where the van of a city is tonight: no script, no form, nothing of who reads it."""
    page = van_widget(city_or_404(slug), lang)
    context = {"page": page, "frame": {"language": LANGUAGES[lang]}}  # for the sentence beside the emblem
    answer = render(request, "directory/public/widget.html", context)
    stands_for(answer, page.seconds)
    return answer
