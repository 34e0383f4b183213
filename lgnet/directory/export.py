# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The published services as files: HSDS 3.0 in JSON, and its tables as CSV with their data package."""

import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lgnet.catalogue.queries import all_types
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.directory import cities, hsds, queries
from lgnet.network import editions

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]
# The tables of the standard that the parts of a document go to, with the key that leads back.
PARTS = {
    "phones": "phones", "languages": "languages", "required_documents": "required_documents",
    "cost_options": "cost_options", "attributes": "attributes", "schedules": "schedules", "addresses": "addresses",
    "accessibility": "accessibility", "service_at_locations": "service_at_locations",
}  # fmt: skip
ONES = {
    "organization": "organizations", "location": "locations", "taxonomy_term": "taxonomy_terms",
    "taxonomy_detail": "taxonomies",
}  # fmt: skip


def write_files(folder: Path) -> Mapping[str, int]:
    """Write everything that visitors may read, and nothing else; how many of each were written."""
    with acting_as(PUBLIC):
        known = {city.partner.pk: city for city in cities.cities()}
        found = list(queries.published())
        documents = []
        for one in found:
            city = known.get(one.partner_id)
            places = list(hsds.wheres(one, city.name if city else one.partner.short_name))
            documents.append(hsds.service(one, places, slug=city.slug if city else ""))
        bodies = [
            hsds.organization(body, [s for s in found if s.partner_id == body.pk])
            for body in editions.local_partners()
        ]
        terms = [hsds.term(row) for row in all_types().values()]
    _write_json(folder / "services", documents)
    _write_json(folder / "organizations", bodies)
    tables: Tables = defaultdict(dict)
    for kind, rows in (("services", documents), ("organizations", bodies), ("taxonomy_terms", terms)):
        for row in rows:
            _flatten(kind, row, tables)
    _write_tables(folder, tables)
    return {name: len(rows) for name, rows in sorted(tables.items())}


def _write_json(folder: Path, documents: list[Row]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()  # what was taken off since must not stay
    for document in documents:
        text = json.dumps(document, ensure_ascii=False, indent=1)
        (folder / f"{document['id']}.json").write_text(text, encoding="utf-8")


def _flatten(kind: str, document: Row, tables: Tables) -> None:
    """A document and its parts as rows of their tables; what stands inside others is written once."""
    row: Row = {}
    for name, value in document.items():
        if name in ONES and isinstance(value, dict):
            row[f"{name}_id" if name != "taxonomy_detail" else "taxonomy_id"] = value["id"]
            _flatten(ONES[name], value, tables)
        elif isinstance(value, list):
            for part in value:
                if name in PARTS:
                    _flatten(PARTS[name], part, tables)
        else:
            row[name] = value
    known = tables[kind].setdefault(str(document["id"]), {})
    known.update(row)


def _write_tables(folder: Path, tables: Tables) -> None:
    resources = []
    for name, rows in sorted(tables.items()):
        columns = sorted(
            {column for row in rows.values() for column in row}, key=lambda column: (column != "id", column)
        )
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.values())
        fields = [{"name": column, "type": _type(column)} for column in columns]
        resources.append(
            {
                "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "schema": {"fields": fields, "primaryKey": "id"},
            }
        )  # fmt: skip
    package = {
        "name": "human_services_data", "title": "Human Services Data Specification 3.0",
        "profile": "tabular-data-package",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": resources,
    }  # fmt: skip
    (folder / "datapackage.json").write_text(
        json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8"
    )


def _type(column: str) -> str:
    return {"latitude": "number", "longitude": "number", "amount": "number", "count": "integer"}.get(
        column, "string"
    )
