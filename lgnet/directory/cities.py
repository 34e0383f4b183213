# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cities of the public pages: where each partner works, and what its page is called in addresses."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.directory import queries
from lgnet.network import editions
from lgnet.network.models import Organisation


@dataclass(frozen=True, slots=True)
class City:
    """A city with the partner that works in it. An agency works in the municipality of its code (Bolzano)."""

    slug: str
    name: str
    partner: Organisation

    @property
    def latitude(self) -> float | None:
        return self.partner.latitude

    @property
    def longitude(self) -> float | None:
        return self.partner.longitude


def cities() -> list[City]:
    """The cities of the network, by name. Two queries."""
    partners = list(editions.local_partners())
    agencies = [one.belfiore for one in partners if one.kind != Organisation.Kind.MUNICIPALITY]
    return sorted(_cities(partners, agencies), key=lambda city: city.name)


def city_of(partner_id: uuid.UUID) -> City | None:
    """The city in which a partner works; None for whoever is no local partner. Two queries."""
    return next((city for city in cities() if city.partner.pk == partner_id), None)


def _cities(partners: Sequence[Organisation], agencies: Sequence[str]) -> list[City]:
    towns = queries.municipalities(agencies) if agencies else {}
    found = []
    for partner in partners:
        town = (
            partner
            if partner.kind == Organisation.Kind.MUNICIPALITY
            else towns.get(partner.belfiore, partner)
        )
        found.append(City(town.code, town.short_name, partner))
    return found
