# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The digests of a cut-off, in plain Python: of a leaf, of the whole tree, of definitions, of results, the seal.

Everything is SHA-256 over UTF-8 text with one line for each thing, so that somebody without this platform can
recompute it from the rows.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping

from lgnet.direction.indicators.definition import Definition
from lgnet.direction.indicators.lock import said
from lgnet.snapshots.boundary import Leaf, Value


def of_text(text: str) -> str:
    """The digest of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def instant(at: dt.datetime) -> str:
    """An instant as the digests write it: UTC with microseconds."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def of_leaves(leaves: Iterable[Leaf]) -> str:
    """The root of the tree."""
    lines = (f"{leaf.partner_id}|{leaf.kind}|{leaf.month}|{leaf.n}|{leaf.digest}" for leaf in _sorted(leaves))
    return of_text("\n".join(lines))


def of_values(values: Iterable[Value]) -> str:
    """The digest of all results."""
    ordered = sorted(values, key=lambda value: tuple(map(str, value.place)))
    return of_text("\n".join("|".join([*map(str, value.place), str(value.n)]) for value in ordered))


def of_definitions(digests: Mapping[str, str]) -> str:
    """The digest of all definitions, from the digest of each by code of indicator."""
    return of_text("\n".join(f"{code}|{digest}" for code, digest in sorted(digests.items())))


def seal(head: Mapping[str, object], before: str) -> str:
    """The seal of a cut-off: over its head, and over the seal of the one taken before it in the edition."""
    return of_text("\n".join([before or "-", *(f"{name}={head[name]}" for name in sorted(head))]))


def definition_text(definition: Definition) -> str:
    """The whole definition as JSON: its words, its numbers, its SQL and the text of its slow twin."""
    return json.dumps(said(definition), sort_keys=True, ensure_ascii=False, indent=1)


def definition_digest(text: str, sql: str) -> str:
    """The digest of a definition with the SQL that counted it."""
    return of_text(f"{text}\n{sql}")


def _sorted(leaves: Iterable[Leaf]) -> list[Leaf]:
    return sorted(leaves, key=lambda leaf: (str(leaf.partner_id), leaf.kind, leaf.month))
