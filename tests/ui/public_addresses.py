# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One public page in the frame of all, beside the addresses that the platform has."""

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from django.utils.translation import gettext

from lgnet.config.urls import urlpatterns as real
from lgnet.ui.public import public_page

PAGE = """{% extends "public/base.html" %}{% block title %}T{% endblock %}
{% block content %}<h1>{{ word }}</h1>{% endblock %}"""


@public_page
def shown(request: HttpRequest, lang: str) -> HttpResponse:
    """A page in the language of its address; `?only=` says that it is in that one only."""
    context = {"word": gettext("Go to the content")}
    only = request.GET.get("only")
    if only:
        context["versions"] = {only: f"/{only}/shown/"}  # type: ignore[assignment]
    return HttpResponse(Template(PAGE).render(RequestContext(request, context)))


urlpatterns = [path("<language:lang>/shown/", shown, name="shown"), *real]
