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

from lgnet.open_data import labels
from lgnet.open_data.files import CSV, address_of, publisher
from lgnet.open_data.models import ReleasedTable
from lgnet.open_data.rdf import Node, iri, text, typed

EU = "http://publications.europa.eu/resource/authority/"
ITALIAN, ENGLISH = f"{EU}language/ITA", f"{EU}language/ENG"
THEME, COUNTRY = f"{EU}data-theme/SOCI", f"{EU}country/ITA"
IRREGULAR, CSV_TYPE = f"{EU}frequency/IRREG", f"{EU}file-type/CSV"
PUBLIC, COMPLETED = (
    f"{EU}access-right/PUBLIC",
    "http://publications.europa.eu/resource/authority/distribution-status/COMPLETED",
)
MEDIA = "http://www.iana.org/assignments/media-types/text/csv"
IPA_MINISTRY = "m_it"  # code of the Ministry of the Interior in the index of public administrations


def catalogue(tables: Sequence[ReleasedTable]) -> list[Node]:
    """Everything that is published, as nodes; `tables` with their releases, of each dataset the latest first."""
    by_dataset: dict[str, list[ReleasedTable]] = {}
    for table in tables:
        by_dataset.setdefault(table.dataset, []).append(table)
    nodes: list[Node] = [_catalogue(by_dataset, tables), _publisher()]
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


def _catalogue(by_dataset: Mapping[str, Sequence[ReleasedTable]], tables: Sequence[ReleasedTable]) -> Node:
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
        "dcat:contactPoint": {
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": text(publisher("it"), "it"),
            "vcard:hasEmail": iri(f"mailto:{settings.OPEN_DATA_CONTACT}"),
        },
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
