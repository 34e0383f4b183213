# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who the network is: the bodies that lead it and the local partners, each with its logo or its name in letters."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise

from lgnet.mediakit import queries as mediakit
from lgnet.network import editions
from lgnet.network.models import Organisation, Partnership
from lgnet.ui.public import Language
from lgnet.website import public_words as words


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture of a body's logo with its size."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Body:
    """A body on its tile. `letters` is what is shown where it has no logo."""

    name: str
    letters: str
    role: str | Promise
    url: str
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """All bodies of the present edition."""

    leads: Sequence[Body]
    partners: Sequence[Body]
    data: Mapping[str, object]


def logo_of(mark: mediakit.Mark | None) -> Logo | None:
    """The logo of a body, where one stands for it."""
    if mark is None:
        return None
    return Logo(reverse("mediakit:picture", args=[mark.picture]), mark.width, mark.height)


def partners_page(language: Language) -> PartnersPage:
    """Four queries."""
    marks = mediakit.marks()
    leads = [_body(row, words.ROLES[row.role], "", marks) for row in editions.other_partnerships()]
    partners = [
        _body(
            row,
            row.organisation.region,
            reverse("website:partner", args=[language.code, row.organisation.code]),
            marks,
        )
        for row in editions.local_partnerships()
    ]
    return PartnersPage(leads, partners, _data(language, [*leads, *partners]))


def _body(row: Partnership, role: str | Promise, url: str, marks: Mapping[uuid.UUID, mediakit.Mark]) -> Body:
    body: Organisation = row.organisation
    return Body(body.name, body.short_name, role, url, logo_of(marks.get(body.pk)))


def _data(language: Language, bodies: Sequence[Body]) -> dict[str, object]:
    """The bodies as search engines read them (schema.org)."""
    found: list[dict[str, object]] = []
    for body in bodies:
        one: dict[str, object] = {"@type": "GovernmentOrganization", "name": body.name}
        if body.url:
            one["url"] = settings.SITE_ADDRESS + body.url
        if body.logo:
            one["logo"] = settings.SITE_ADDRESS + body.logo.url
        found.append(one)
    url = f"{settings.SITE_ADDRESS}/{language.code}/"
    return {"@type": "GovernmentOrganization", "name": "LGNET", "url": url, "member": found}
