# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Draws a snippet of a template, the way a page would."""

from django.http import HttpRequest
from django.template import Context, Template
from django.utils import translation


def draw(source: str, *, language: str = "en", request: HttpRequest | None = None, **context: object) -> str:
    """The HTML of `source` with all components at hand."""
    with translation.override(language):
        values = {"csrf_token": "token", "request": request, **context}
        return Template("{% load ui %}" + source).render(Context(values))
