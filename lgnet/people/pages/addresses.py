# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where pages about people lead: the person's file, and back to whoever sent for a registration.

Pages of domains above this one are known by name only, so that nothing here depends on them.
"""

import uuid

from django.core import signing
from django.urls import NoReverseMatch, reverse

SALT = "people.next"


def file_url(person_id: uuid.UUID) -> str:
    """The person's file; her identity where there is no page of files."""
    try:
        return reverse("desk:person", args=[person_id])
    except NoReverseMatch:
        return reverse("people:edit", args=[person_id])


def way_on(contact: str, token: str) -> str:
    """The signed path to take once the person is known: from a contact's id, or handed on; "" where neither."""
    if token:
        return token if _opened(token) else ""
    try:
        path = reverse("outreach:tie", args=[uuid.UUID(contact)])
    except (ValueError, NoReverseMatch):
        return ""
    return signing.Signer(salt=SALT).sign(path)


def after(token: str, person_id: uuid.UUID) -> str:
    """Where to go with this person: along the signed path, else to the file."""
    path = _opened(token)
    return f"{path}?person={person_id}" if path else file_url(person_id)


def _opened(token: str) -> str:
    try:
        return signing.Signer(salt=SALT).unsign(token)
    except signing.BadSignature:
        return ""
