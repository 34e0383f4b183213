# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where pages about people lead: the person's file, and back to whoever sent for a registration.

Pages of domains above this one are known by name only, so that nothing here depends on them.
"""

import uuid
from typing import Any

from django.core import signing
from django.urls import NoReverseMatch, reverse

SALT = "people.next"


def file_url(person_id: uuid.UUID) -> str:
    """The person's file; her identity where there is no page of files."""
    try:
        return reverse("desk:person", args=[person_id])
    except NoReverseMatch:
        return reverse("people:edit", args=[person_id])


def way_on(path: str, *, sex: str = "", language: str = "") -> str:
    """A signed way: where to go once the person is known, and what whoever sends already saw of her."""
    return signing.dumps({"path": path, "sex": sex, "language": language}, salt=SALT)


def handed_on(token: str) -> str:
    """The same signed way, for the next page; "" where it is none."""
    return token if _opened(token) else ""


def known_of(token: str) -> dict[str, Any]:
    """What was seen of the person, as first values of the registration form."""
    way = _opened(token)
    seen = {"sex": way.get("sex", ""), "languages": (way["language"],) if way.get("language") else ()}
    return {name: value for name, value in seen.items() if value}


def after(token: str, person_id: uuid.UUID) -> str:
    """Where to go with this person: along the signed way, else to the file."""
    way = _opened(token)
    return f"{way['path']}?person={person_id}" if way else file_url(person_id)


def _opened(token: str) -> dict[str, str]:
    try:
        way: dict[str, str] = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return {}
    return way
