# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages that offer to undo what was just done: people go on working, and take back what was a slip."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise

UNDO = "undo:"


def offer_undo(request: HttpRequest, text: str | Promise, *, url: str) -> None:
    """Tell `text` at the next page or fragment, with a button that posts to `url` to take it back."""
    messages.success(request, str(text), extra_tags=f"{UNDO}{url}")
