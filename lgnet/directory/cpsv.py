# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The services as linked data: CPSV-AP 3.2, the vocabulary of public services of the European Union.

Checked against its official shapes in the tests. The Italian profile (CPSV-AP_IT) has no shapes to be checked against:
nothing is claimed of it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from lgnet.directory.cities import City
from lgnet.directory.models import Desk, Service
from lgnet.directory.words import DOCUMENTS, document, say, weekday
from lgnet.interop.rdf import Node, iri, text
from lgnet.network.models import Organisation

EU = "http://publications.europa.eu/resource/authority/"
ITALY, EURO = f"{EU}country/ITA", f"{EU}currency/EUR"
LANGUAGES = {
    "it": "ITA", "en": "ENG", "fr": "FRA", "es": "SPA", "ar": "ARA", "uk": "UKR", "bn": "BEN", "ur": "URD",
    "zh": "ZHO", "de": "DEU", "sl": "SLV", "pt": "POR", "ru": "RUS", "sq": "SQI", "ro": "RON", "so": "SOM",
    "ti": "TIR", "am": "AMH", "fa": "FAS", "tr": "TUR", "hi": "HIN", "pa": "PAN", "ps": "PUS", "ku": "KUR",
    "wo": "WOL", "bm": "BAM", "ff": "FUL",
}  # fmt: skip


def base(path: str = "") -> str:
    """An address of this installation."""
    return f"{settings.SITE_ADDRESS}{path}"


def service_address(service: Service) -> str:
    """The lasting name of a service: its address in the API, where a program finds it."""
    return base(reverse("directory:hsds_service", args=[service.pk])) + "#service"


def catalogue(cities: Sequence[City], services: Iterable[Service]) -> list[Node]:
    """Everything that is published, as nodes; `services` with their parts. No query."""
    by_partner: dict[object, list[Service]] = {}
    for service in services:
        by_partner.setdefault(service.partner_id, []).append(service)
    nodes: list[Node] = []
    used: set[str] = set()
    for city in cities:
        own = by_partner.get(city.partner.pk, [])
        if own:
            nodes.append(_authority(city.partner))
        for service in own:
            used |= set(service.languages) & set(LANGUAGES)
            nodes += _service(service, city)
    return [*nodes, *_papers(), *_vocabulary(used | {"it"})]


def _authority(body: Organisation) -> Node:
    return {
        "@id": _authority_address(body),
        "@type": ["cv:PublicOrganisation"],
        "dct:identifier": text(str(body.pk)),
        "dct:title": text(body.name, "it"),
        "skos:prefLabel": text(body.name, "it"),
        "dct:spatial": iri(ITALY),
    }


def _authority_address(body: Organisation) -> str:
    return base(reverse("directory:hsds_organization", args=[body.pk])) + "#organisation"


def _service(service: Service, city: City) -> list[Node]:
    address = service_address(service)
    spoken = [code for code in service.languages if code in LANGUAGES] or ["it"]
    said: dict[str, Any] = {
        "@id": address,
        "@type": ["cpsv:PublicService"],
        "dct:identifier": text(str(service.pk)),
        "dct:title": [
            text(service.name, "it"),
            *(text(row.name, row.language) for row in service.texts.all()),
        ],
        "dct:description": text(service.summary or service.name, "it"),
        "cv:hasCompetentAuthority": iri(_authority_address(service.partner)),
        "dct:language": [iri(f"{EU}language/{LANGUAGES[code]}") for code in spoken],
        "dct:spatial": iri(ITALY),
        "dct:type": iri(_kind_address(service.kind_id)),
        "dcat:landingPage": iri(base(reverse("directory:city", args=["it", city.slug]))),
        "cv:hasCost": iri(f"{address}-cost"),
        "cv:contactPoint": iri(f"{address}-contact"),
    }
    desks = list(service.desks.all())
    if desks:
        said["cv:hasChannel"] = [iri(f"{address}-{desk.pk}") for desk in desks]
    if service.documents:
        said["cv:hasInputType"] = [iri(_paper_address(code)) for code in service.documents]
    kind: Node = {
        "@id": _kind_address(service.kind_id), "@type": ["skos:Concept"],
        "skos:prefLabel": [text(service.kind.label_it, "it"), text(service.kind.label_en, "en")],
    }  # fmt: skip
    return [
        said,
        kind,
        _cost(service, address),
        _contact(service, address),
        *(_channel(d, address) for d in desks),
    ]


def _kind_address(code: str) -> str:
    return base(reverse("directory:hsds_terms")) + f"#{code}"


def _paper_address(code: str) -> str:
    return base(reverse("directory:hsds_terms")) + f"#document-{code}"


def _cost(service: Service, address: str) -> Node:
    words = " ".join(part for part in (str(say("it", f"cost.{service.cost}")), service.cost_note) if part)
    said: dict[str, Any] = {
        "@id": f"{address}-cost", "@type": ["cv:Cost"], "dct:identifier": text(f"{service.pk}-cost"),
        "dct:description": text(words, "it"),
    }  # fmt: skip
    if service.cost == "free":
        said |= {"cv:hasValue": {"@value": "0.0", "@type": "xsd:double"}, "cv:currency": iri(EURO)}
    return said


def _contact(service: Service, address: str) -> Node:
    said: dict[str, Any] = {"@id": f"{address}-contact", "@type": ["cv:ContactPoint"]}
    if service.phone:
        said["cv:telephone"] = text(service.phone)
    if service.email:
        said["cv:email"] = text(service.email)
    return said


def _channel(desk: Desk, address: str) -> Node:
    place = desk.place
    hours = "; ".join(
        f"{weekday(row.weekday, 'it')} {row.opens:%H:%M}-{row.closes:%H:%M}" for row in desk.hours.all()
    )
    where = ", ".join(
        part for part in (place.name, place.address, f"{place.postcode} {place.city}".strip()) if part
    )
    said: dict[str, Any] = {
        "@id": f"{address}-{desk.pk}", "@type": ["cv:Channel"], "dct:identifier": text(str(desk.pk)),
        "dct:description": text(where, "it"),
    }  # fmt: skip
    if hours:
        said["cv:openingHours"] = {"@type": ["time:TemporalEntity"], "dct:description": text(hours, "it")}
    return said


def _papers() -> list[Node]:
    return [
        {
            "@id": _paper_address(code), "@type": ["cv:EvidenceType"], "dct:identifier": text(f"document-{code}"),
            "dct:title": [text(document(code, "it"), "it"), text(document(code, "en"), "en")],
        }
        for code in DOCUMENTS
    ]  # fmt: skip


def _vocabulary(used: Iterable[str]) -> list[Node]:
    """What the authority lists say of the terms used here, so that a reader need not fetch them."""
    return [
        {"@id": ITALY, "@type": ["dct:Location", "skos:Concept"], "skos:prefLabel": text("Italy", "en")},
        {"@id": EURO, "@type": ["skos:Concept"], "skos:prefLabel": text("euro", "en")},
        *(
            {
                "@id": f"{EU}language/{LANGUAGES[code]}", "@type": ["dct:LinguisticSystem", "skos:Concept"],
                "skos:notation": text(LANGUAGES[code]),
            }
            for code in sorted(used)
        ),
    ]  # fmt: skip
