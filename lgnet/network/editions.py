# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The edition of the network that is running, and who takes people in charge in it: asked here by every domain."""

from django.db.models import QuerySet

from lgnet.network.models import Edition, Organisation, Partnership

CURRENT = "lgnet3"


def current() -> Edition:
    """The edition that is running. One query."""
    return Edition.objects.get(code=CURRENT)


def local_partnerships() -> QuerySet[Partnership]:
    """How the local partners take part, with their organisations, by name: lines, regions, dates."""
    found = Partnership.objects.filter(edition__code=CURRENT, role=Partnership.Role.LOCAL_PARTNER)
    return found.select_related("organisation").order_by("organisation__short_name")


def local_partnership(code: str) -> Partnership | None:
    """How one local partner takes part; None where none of them has this code."""
    return local_partnerships().filter(organisation__code=code).first()


def other_partnerships() -> QuerySet[Partnership]:
    """Who leads and supports the network, with their organisations: the lead first, then by name."""
    found = Partnership.objects.filter(edition__code=CURRENT).exclude(role=Partnership.Role.LOCAL_PARTNER)
    return found.select_related("organisation").order_by("role", "organisation__short_name")


def local_partners() -> QuerySet[Organisation]:
    """The organisations that take people in charge (22 in LGNET3), by name."""
    return Organisation.objects.filter(
        partnerships__edition__code=CURRENT, partnerships__role=Partnership.Role.LOCAL_PARTNER
    ).order_by("short_name")
