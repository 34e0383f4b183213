# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The files of a release: CSV, the Frictionless data package and the CSVW metadata that describe it.

Stable from the day they are published: everything in them is said by the release and by our version of the form.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from lgnet.disclosure import TOTAL
from lgnet.open_data import labels
from lgnet.open_data.models import ReleasedCell, ReleasedTable

CSV = "figures.csv"
COLUMNS = ("partner", "partner_name", "sex", "age_band", "value", "status")
ABOUT = {
    "partner": ("Codice del partner; * è tutta la rete", "Code of the partner; * is the whole network"),
    "partner_name": ("Nome del partner", "Name of the partner"),
    "sex": ("F, M, N non binario, ? non registrato, * tutti", "F, M, N non-binary, ? not recorded, * all"),
    "age_band": ("Classe di età al primo conteggio, * tutte", "Age band at the first count, * all"),
    "value": (
        "Numero arrotondato al multiplo di 5 più vicino; vuoto se non pubblicato",
        "Number rounded to the nearest multiple of 5; empty where withheld",
    ),
    "status": ("published oppure withheld", "published or withheld"),
}


def figures_csv(cells: Sequence[ReleasedCell], names: Mapping[str, str]) -> bytes:
    """The cells in a fixed order, comma separated, UTF-8 (RFC 4180)."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cell in cells:
        name = "LGNET" if cell.partner == TOTAL else names.get(cell.partner, cell.partner)
        value = "" if cell.value is None else cell.value
        status = "withheld" if cell.value is None else "published"
        writer.writerow([cell.partner, name, cell.sex, cell.age_band, value, status])
    return made.getvalue().encode()


def address_of(table: ReleasedTable, name: str) -> str:
    """The public address of a file of a dataset in a release."""
    path = reverse("open_data:file", args=[table.dataset, table.release.code, name])
    return f"{settings.SITE_ADDRESS}{path}"


def data_package(table: ReleasedTable) -> bytes:
    """The description for Frictionless tools (Data Package v1, tabular profile)."""
    release = table.release
    fields: list[dict[str, Any]] = [
        {
            "name": name, "type": "integer" if name == "value" else "string", "title": ABOUT[name][0],
            "constraints": {"minimum": 0} if name == "value" else {"required": True},
        }
        for name in COLUMNS
    ]  # fmt: skip
    fields[-1]["constraints"]["enum"] = ["published", "withheld"]
    package = {
        "profile": "tabular-data-package",
        "name": f"lgnet-{table.dataset}-{release.code}",
        "id": address_of(table, "datapackage.json"),
        "title": labels.titles(table.dataset)["it"],
        "description": labels.descriptions(table.dataset)["it"],
        "homepage": f"{settings.SITE_ADDRESS}{reverse('open_data:dataset', args=[table.dataset])}",
        "version": f"{table.indicator} v{table.version}",
        "created": release.published_at.isoformat() if release.published_at else "",
        "licenses": [{"name": "CC-BY-4.0", "path": labels.LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": publisher("it"), "role": "publisher", "email": settings.OPEN_DATA_CONTACT}],
        "resources": [
            {
                "name": table.dataset, "path": CSV, "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8",
                "schema": {
                    "fields": fields, "missingValues": [""], "primaryKey": ["partner", "sex", "age_band"],
                },
            }
        ],
    }  # fmt: skip
    return _written(package)


def csvw_metadata(table: ReleasedTable) -> bytes:
    """The description of the CSV for the web (W3C Tabular Data on the Web)."""
    columns = [
        {
            "name": name,
            "titles": name,
            "dc:description": {"@value": ABOUT[name][0], "@language": "it"},
            "datatype": {"base": "integer", "minimum": "0"} if name == "value" else "string",
            "required": name != "value",
        }
        for name in COLUMNS
    ]
    release = table.release
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "it"}],
        "url": CSV,
        "dc:title": labels.titles(table.dataset)["it"],
        "dc:description": labels.descriptions(table.dataset)["it"],
        "dc:license": {"@id": labels.LICENCE},
        "dc:publisher": publisher("it"),
        "dc:issued": f"{release.published_at:%Y-%m-%d}" if release.published_at else "",
        "dc:temporal": f"{release.period_from:%Y-%m-%d}/{release.period_to:%Y-%m-%d}",
        "tableSchema": {"columns": columns, "primaryKey": ["partner", "sex", "age_band"]},
    }
    return _written(metadata)


def publisher(language: str) -> str:
    """Who publishes."""
    with override(language):
        return (
            "Ministero dell'Interno, rete LGNET"
            if language == "it"
            else "Italian Ministry of the Interior, LGNET"
        )


def _written(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
