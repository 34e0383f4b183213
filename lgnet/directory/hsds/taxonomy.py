# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The types of the network's catalogue as a taxonomy of HSDS."""

import uuid
from typing import Any

from django.conf import settings

from lgnet.catalogue.models import InterventionType

SPACE = uuid.uuid5(
    uuid.NAMESPACE_URL, "https://lgnet.example/hsds/"
)  # of ids that no row has: always the same
TAXONOMY_ID = uuid.uuid5(SPACE, "taxonomy:intervention-types")
NAME = "Tipi di intervento della rete LGNET"


def made_id(*parts: object) -> str:
    """The id of something that is no row of ours, the same each time."""
    return str(uuid.uuid5(SPACE, ":".join(str(part) for part in parts)))


def term_id(code: str) -> str:
    """The id of a type of the catalogue."""
    return made_id("term", code)


def taxonomy() -> dict[str, Any]:
    """The taxonomy itself."""
    return {
        "id": str(TAXONOMY_ID),
        "name": NAME,
        "description": "Catalogo comune dei tipi di intervento della rete LGNET.",
        "uri": f"{settings.SITE_ADDRESS}/hsds/v3/taxonomies/{TAXONOMY_ID}",
        "version": "1",
    }


def term(row: InterventionType) -> dict[str, Any]:
    """A type, as a term."""
    return {
        "id": term_id(row.code),
        "code": row.code,
        "name": row.label_it,
        "description": row.label_en,
        "taxonomy": NAME,
        "taxonomy_id": str(TAXONOMY_ID),
        "taxonomy_detail": taxonomy(),
        "language": "it",
    }
