# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filters of the pages where people find help: `{% load help %}`."""

import re
from collections.abc import Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_NUMBER = re.compile(r"\b(?:[0-9]{3} [0-9]{3} [0-9]{3}|[0-9]{3,4})\b")


@register.filter
def lines(words: Mapping[str, SafeString], group: str) -> list[SafeString]:
    """The numbered texts of a group, in their order."""
    found = [(int(code.rpartition("_")[2]), text) for code, text in words.items()
             if re.fullmatch(rf"{group}_[0-9]+", code)]  # fmt: skip
    return [text for _number, text in sorted(found, key=lambda pair: pair[0])]


@register.filter
def telephones(text: SafeString) -> SafeString:
    """The text with its numbers to call: they stay left to right, and a tap calls."""

    def link(found: "re.Match[str]") -> str:
        number = found[0]
        return format_html('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>', number.replace(" ", ""), number)

    return mark_safe(_NUMBER.sub(link, text))  # noqa: S308 - the text is escaped, the link is ours


@register.filter
def unlocalised(number: float) -> str:
    """A number as programs read it, with a point, whatever the language of the page."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
