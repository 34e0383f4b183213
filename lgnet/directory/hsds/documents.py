# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Services and organisations as HSDS 3.0 writes them. Nothing that is empty is written."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from lgnet.directory.hsds.taxonomy import made_id, term, term_id
from lgnet.directory.hsds.where import Where
from lgnet.directory.models import Service
from lgnet.directory.words import document, say, spoken
from lgnet.network.models import Organisation


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in ("", None, [])}


def organization_listed(body: Organisation) -> dict[str, Any]:
    """What a list says of a partner."""
    region = f" ({body.region})" if body.region else ""
    return _filled(
        {
            "id": str(body.pk),
            "name": body.name,
            "alternate_name": body.short_name,
            "description": f"Partner locale della rete LGNET{region}.",
        }
    )


def organization(body: Organisation, services: Iterable[Service], *, full: bool = False) -> dict[str, Any]:
    """A partner with its services: their ids and names, or with `full` everything of them."""
    return organization_listed(body) | {
        "services": [service(one, [], bare=True) if full else _named(one) for one in services]
    }


def _named(found: Service) -> dict[str, Any]:
    return {"id": str(found.pk), "name": found.name, "status": "active"}


def service_listed(found: Service, city: str = "", slug: str = "") -> dict[str, Any]:
    """What a list says of a service: only what there is once of it."""
    return _facts(found, slug) | {"organization": organization_listed(found.partner)}


def _facts(found: Service, slug: str) -> dict[str, Any]:
    fee = " ".join(part for part in (str(say("it", f"cost.{found.cost}")), found.cost_note) if part)
    page = f"{settings.SITE_ADDRESS}{reverse('directory:city', args=['it', slug])}" if slug else ""
    return _filled(
        {
            "id": str(found.pk),
            "organization_id": str(found.partner_id),
            "name": found.name,
            "alternate_name": found.kind.label_it,
            "description": found.summary,
            "url": found.website or page,
            "email": found.email,
            "status": "active",
            "eligibility_description": found.eligibility,
            "fees_description": fee,
            "assured_date": found.checked_at.date().isoformat() if found.checked_at else "",
            "last_modified": found.changed_at.isoformat(timespec="milliseconds"),
        }
    )


def service(found: Service, places: Sequence[Where], *, slug: str = "", bare: bool = False) -> dict[str, Any]:
    """Everything of a service. `bare`: without its places and its organisation, inside of which it stands."""
    key = str(found.pk)
    said = _facts(found, slug) | _filled(
        {
            "phones": _phones(found),
            "languages": [
                {
                    "id": made_id("language", key, code),
                    "service_id": key,
                    "name": spoken(code, "it"),
                    "code": code,
                }
                for code in found.languages
            ],
            "required_documents": [
                {"id": made_id("document", key, code), "service_id": key, "document": document(code, "it")}
                for code in found.documents
            ],
            "cost_options": [_cost(found)],
            "attributes": [
                {
                    "id": made_id("attribute", key, found.kind_id),
                    "link_id": key,
                    "taxonomy_term_id": term_id(found.kind_id),
                    "link_type": "service_type",
                    "link_entity": "service",
                    "taxonomy_term": term(found.kind),
                }
            ],
        }
    )
    if bare:
        return said
    said["organization"] = organization_listed(found.partner)
    if places:
        said["service_at_locations"] = [_placed(place) for place in places]
    return said


def _phones(found: Service) -> list[dict[str, Any]]:
    if not found.phone:
        return []
    return [
        {
            "id": made_id("phone", found.pk),
            "service_id": str(found.pk),
            "number": found.phone,
            "type": "voice",
        }
    ]


def _cost(found: Service) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": made_id("cost", found.pk), "service_id": str(found.pk), "option": str(say("it", f"cost.{found.cost}")),
    }  # fmt: skip
    return said | ({"currency": "EUR", "amount": 0} if found.cost == "free" else {})


def _placed(place: Where) -> dict[str, Any]:
    return _filled(
        {
            "id": str(place.id),
            "service_id": str(place.service.pk),
            "location_id": place.location_id,
            "description": place.note,
            "schedules": list(place.schedules),
            "location": _location(place),
        }
    )


def _location(place: Where) -> dict[str, Any]:
    address = {
        "id": made_id("address", place.location_id), "location_id": place.location_id,
        "address_1": place.street or place.name, "city": place.city, "state_province": place.service.partner.region,
        "postal_code": place.postcode, "country": "IT", "address_type": "physical",
    }  # fmt: skip
    entrance = {
        "id": made_id("access", place.location_id), "location_id": place.location_id,
        "description": "Si entra senza gradini",
    }  # fmt: skip
    return _filled(
        {
            "id": place.location_id,
            "location_type": "physical",
            "organization_id": str(place.service.partner_id),
            "name": place.name,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": [address],
            "accessibility": [entrance] if place.step_free else [],
        }
    )


def at_location_listed(place: Where) -> dict[str, Any]:
    """What a list says of a service in a place."""
    return _filled(
        {
            "id": str(place.id),
            "service_id": str(place.service.pk),
            "location_id": place.location_id,
            "description": place.note,
        }
    )


def at_location(place: Where, slug: str = "") -> dict[str, Any]:
    """A service in a place, with everything of both."""
    return _placed(place) | {"service": service(place.service, [], slug=slug)}
