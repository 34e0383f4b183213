# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What letters say of where to go on reading."""

from django.conf import settings


def link(path: str) -> str:
    """The address of a page for whoever reads it elsewhere; "" where this installation has not said its own.

    A letter then says in words where to look: an address that only holds on this machine would lead nowhere.
    """
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}" if settings.PUBLIC_URL else ""
