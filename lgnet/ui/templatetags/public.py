# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tags of public pages: `{% load public %}`."""

import json
from collections.abc import Mapping

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from lgnet.ui.public import Frame, frame

register = template.Library()
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def public_frame(context: Context) -> Frame:
    """What surrounds the page. A view whose page is not in all languages passes `versions` in the context."""
    return frame(context["request"], context.get("versions"))


@register.simple_tag
def json_ld(value: Mapping[str, object]) -> SafeString:
    """Structured data for search engines (schema.org): a block of data, which no browser runs."""
    text = json.dumps({"@context": "https://schema.org"} | dict(value), ensure_ascii=False).translate(
        _ESCAPED
    )
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
