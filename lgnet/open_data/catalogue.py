# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue of open data as DCAT-AP 3: one dataset for each indicator, one distribution for each release.

Checked against the official shapes of DCAT-AP 3 in the tests. The Italian profile (DCAT-AP_IT) has no shapes to
be checked against: only its mandatory properties are added.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from lgnet.interop.rdf import Node, iri, text, typed
from lgnet.open_data import labels
from lgnet.open_data.files import CSV, address_of, publisher
from lgnet.open_data.models import ReleasedTable

EU = "http://publications.europa.eu/resource/authority/"
ITALIAN, ENGLISH = f"{EU}language/ITA", f"{EU}language/ENG"
THEME, COUNTRY = f"{EU}data-theme/SOCI", f"{EU}country/ITA"
CONTINUOUS = f"{EU}frequency/CONT"
TURTLE, JSON_LD, JSON = (f"{EU}file-type/{kind}" for kind in ("RDF_TURTLE", "JSON_LD", "JSON"))
IRREGULAR, CSV_TYPE = f"{EU}frequency/IRREG", f"{EU}file-type/CSV"
PUBLIC, COMPLETED = (
    f"{EU}access-right/PUBLIC",
    "http://publications.europa.eu/resource/authority/distribution-status/COMPLETED",
)
MEDIA = "http://www.iana.org/assignments/media-types/text/csv"
IPA_MINISTRY = "m_it"  # code of the Ministry of the Interior in the index of public administrations


def catalogue(tables: Sequence[ReleasedTable], *, services_at: dt.datetime | None = None) -> list[Node]:
    """Everything that is published, as nodes; `tables` with their releases, of each dataset the latest first.

    `services_at`: when the directory of services last changed, where one is published; it is a dataset too.
    """
    by_dataset: dict[str, list[ReleasedTable]] = {}
    for table in tables:
        by_dataset.setdefault(table.dataset, []).append(table)
    nodes: list[Node] = [_catalogue(by_dataset, tables, with_services=services_at is not None), _publisher()]
    if services_at is not None:
        nodes += _services(services_at)
    for slug, versions in by_dataset.items():
        nodes.append(_dataset(slug, versions))
        nodes += [_distribution(table) for table in versions]
    documents = [site("list"), *(site("dataset", slug) for slug in by_dataset)]
    nodes += [{"@id": address, "@type": ["foaf:Document"]} for address in documents]
    return [*nodes, *_vocabulary()]


def site(name: str, *args: str) -> str:
    """The public address of a page."""
    return f"{settings.SITE_ADDRESS}{reverse(f'open_data:{name}', args=args)}"


def _both(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [text(words[language], language) for language in labels.LANGUAGES]


def _catalogue(
    by_dataset: Mapping[str, Sequence[ReleasedTable]],
    tables: Sequence[ReleasedTable],
    *,
    with_services: bool,
) -> Node:
    days = sorted(_published(table) for table in tables)
    said: dict[str, Any] = {
        "@id": f"{site('list')}#catalog",
        "@type": ["dcat:Catalog"],
        "dct:title": _both({"it": "Dati aperti della rete LGNET", "en": "Open data of the LGNET network"}),
        "dct:description": _both(
            {
                "it": "Numeri della rete LGNET per la presa in carico delle persone vulnerabili, protetti: nessuna"
                " cella piccola può essere ricavata.",
                "en": "Figures of the LGNET network that takes vulnerable people in charge, protected: no small cell"
                " can be computed.",
            }
        ),
        "dct:publisher": iri(f"{site('list')}#publisher"),
        "dct:language": [iri(ITALIAN), iri(ENGLISH)],
        "dct:license": iri(labels.LICENCE),
        "dct:spatial": iri(COUNTRY),
        "dcat:themeTaxonomy": iri(f"{EU}data-theme"),
        "foaf:homepage": iri(site("list")),
    }
    if by_dataset:
        said["dcat:dataset"] = [iri(f"{site('dataset', slug)}#dataset") for slug in by_dataset]
        said |= {"dct:issued": typed(days[0], "date"), "dct:modified": typed(days[-1], "date")}
    if with_services:
        said["dcat:dataset"] = [*said.get("dcat:dataset", []), iri(_services_address())]
    return said


def _publisher() -> Node:
    return {
        "@id": f"{site('list')}#publisher",
        "@type": ["foaf:Agent"],
        "foaf:name": _both({language: publisher(language) for language in labels.LANGUAGES}),
        "dct:identifier": text(IPA_MINISTRY),
    }


def _dataset(slug: str, versions: Sequence[ReleasedTable]) -> Node:
    latest, first = versions[0], min(_published(table) for table in versions)
    address = f"{site('dataset', slug)}#dataset"
    return {
        "@id": address,
        "@type": ["dcat:Dataset"],
        "dct:title": _both(labels.titles(slug)),
        "dct:description": _both(labels.descriptions(slug)),
        "dct:identifier": text(f"{IPA_MINISTRY}:lgnet-{slug}"),
        "dct:publisher": iri(f"{site('list')}#publisher"),
        "dct:rightsHolder": iri(f"{site('list')}#publisher"),
        "dct:issued": typed(first, "date"),
        "dct:modified": typed(_published(latest), "date"),
        "dct:accrualPeriodicity": iri(IRREGULAR),
        "dct:accessRights": iri(PUBLIC),
        "dct:language": [iri(ITALIAN), iri(ENGLISH)],
        "dct:spatial": iri(COUNTRY),
        "dct:temporal": {
            "@type": ["dct:PeriodOfTime"],
            "dcat:startDate": typed(latest.release.period_from, "date"),
            "dcat:endDate": typed(latest.release.period_to, "date"),
        },
        "dcat:theme": iri(THEME),
        "dcat:keyword": [*(text(word, "it") for word in ("inclusione", "accoglienza", "persone vulnerabili")),
                         text("social inclusion", "en")],
        "dcat:version": text(f"{latest.indicator} v{latest.version}"),
        "dcat:landingPage": iri(site("dataset", slug)),
        "dcat:contactPoint": _contact_point(),
        "dcat:distribution": [iri(f"{address_of(table, CSV)}#distribution") for table in versions],
    }  # fmt: skip


def _distribution(table: ReleasedTable) -> Node:
    release = table.release
    return {
        "@id": f"{address_of(table, CSV)}#distribution",
        "@type": ["dcat:Distribution"],
        "dct:title": _both(
            {"it": f"CSV, fino al {release.period_to:%d/%m/%Y}", "en": f"CSV, until {release.period_to:%Y-%m-%d}"}
        ),
        "dcat:accessURL": iri(site("dataset", table.dataset)),
        "dcat:downloadURL": iri(address_of(table, CSV)),
        "dct:license": iri(labels.LICENCE),
        "dct:format": iri(CSV_TYPE),
        "dcat:mediaType": iri(MEDIA),
        "dct:issued": typed(_published(table), "date"),
        "adms:status": iri(COMPLETED),
        "dct:conformsTo": [iri("http://www.w3.org/ns/csvw"), iri("https://specs.frictionlessdata.io/tabular-data-package/")],
    }  # fmt: skip


def _services_address() -> str:
    return f"{settings.SITE_ADDRESS}{reverse('directory:turtle')}#dataset"


def _services(changed_at: dt.datetime) -> list[Node]:
    """The directory of services: live, as HSDS 3.0 and as linked data (CPSV-AP)."""
    explained = f"{settings.SITE_ADDRESS}{reverse('directory:programs', args=['it'])}"
    forms = [("directory:turtle", TURTLE), ("directory:json_ld", JSON_LD), ("directory:hsds_services", JSON)]
    addresses = {f"{settings.SITE_ADDRESS}{reverse(name)}": kind for name, kind in forms}
    dataset: Node = {
        "@id": _services_address(),
        "@type": ["dcat:Dataset"],
        "dct:title": _both({"it": "Servizi della rete LGNET", "en": "Services of the LGNET network"}),
        "dct:description": _both(
            {
                "it": "Servizi, luoghi, orari e fermate delle unità mobili per chi cerca aiuto, sempre aggiornati.",
                "en": "Services, places, hours and stops of the mobile units for people who look for help, live.",
            }
        ),
        "dct:identifier": text(f"{IPA_MINISTRY}:lgnet-services"),
        "dct:publisher": iri(f"{site('list')}#publisher"),
        "dct:rightsHolder": iri(f"{site('list')}#publisher"),
        "dct:modified": typed(changed_at.date(), "date"),
        "dct:accrualPeriodicity": iri(CONTINUOUS),
        "dct:accessRights": iri(PUBLIC),
        "dct:language": [iri(ITALIAN)],
        "dct:spatial": iri(COUNTRY),
        "dcat:theme": iri(THEME),
        "dcat:landingPage": iri(explained),
        "dcat:contactPoint": _contact_point(),
        "dcat:distribution": [iri(f"{address}#distribution") for address in addresses],
    }
    return [dataset, *_forms(addresses), {"@id": explained, "@type": ["foaf:Document"]}]


def _forms(addresses: Mapping[str, str]) -> list[Node]:
    """A distribution for each address, and what says of its kind what it is."""
    distributions: list[Node] = [
        {
            "@id": f"{address}#distribution", "@type": ["dcat:Distribution"],
            "dct:title": text(address.rpartition("/")[2], "en"), "dcat:accessURL": iri(address),
            "dct:license": iri(labels.LICENCE), "dct:format": iri(kind), "adms:status": iri(COMPLETED),
        }
        for address, kind in addresses.items()
    ]  # fmt: skip
    kinds: list[Node] = [
        {
            "@id": kind, "@type": ["dct:MediaTypeOrExtent", "skos:Concept"],
            "skos:prefLabel": text(kind.rpartition("/")[2], "en"),
        }
        for kind in addresses.values()
    ]  # fmt: skip
    frequency: Node = {
        "@id": CONTINUOUS, "@type": ["dct:Frequency", "skos:Concept"], "skos:prefLabel": text("continuous", "en"),
    }  # fmt: skip
    return [*distributions, *kinds, frequency]


def _contact_point() -> Node:
    return {
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": text(publisher("it"), "it"),
        "vcard:hasEmail": iri(f"mailto:{settings.OPEN_DATA_CONTACT}"),
    }


def _vocabulary() -> list[Node]:
    """What the authority lists say of the terms used here, so that a reader need not fetch them."""

    def concept(address: str, kind: str, label: str) -> Node:
        return {"@id": address, "@type": [kind, "skos:Concept"], "skos:prefLabel": text(label, "en")}

    return [
        concept(ITALIAN, "dct:LinguisticSystem", "Italian"),
        concept(ENGLISH, "dct:LinguisticSystem", "English"),
        {**concept(THEME, "skos:Concept", "Population and society"), "@type": ["skos:Concept"]},
        {"@id": f"{EU}data-theme", "@type": ["skos:ConceptScheme"], "dct:title": text("Data theme", "en")},
        concept(COUNTRY, "dct:Location", "Italy"),
        concept(IRREGULAR, "dct:Frequency", "irregular"),
        concept(CSV_TYPE, "dct:MediaTypeOrExtent", "CSV"),
        concept(PUBLIC, "dct:RightsStatement", "public"),
        {"@id": COMPLETED, "@type": ["skos:Concept"], "skos:prefLabel": text("completed", "en")},
        {"@id": MEDIA, "@type": ["dct:MediaType"]},
        {"@id": labels.LICENCE, "@type": ["dct:LicenseDocument"]},
        {"@id": "http://www.w3.org/ns/csvw", "@type": ["dct:Standard"]},
        {"@id": "https://specs.frictionlessdata.io/tabular-data-package/", "@type": ["dct:Standard"]},
    ]  # fmt: skip


def _published(table: ReleasedTable) -> dt.date:
    moment = table.release.published_at
    assert moment is not None  # noqa: S101 - the query asks for published releases
    return moment.date()
