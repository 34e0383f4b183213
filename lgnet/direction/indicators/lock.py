# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A published definition is never edited: `published.json` holds the digest of each version, tests compare.

To publish a new version, add it to the register, run `publish()` in `lgnet manage shell` and commit the new line.
It adds lines; it never changes one that is there.
"""

import hashlib
import inspect
import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from lgnet.direction.indicators.definition import Definition, Wording
from lgnet.direction.indicators.register import DEFINITIONS

PUBLISHED = Path(__file__).parent / "published.json"


def said(definition: Definition) -> dict[str, object]:
    """Everything a definition says: its words, its numbers, its SQL, and the text of its twin."""
    return {field.name: _plain(getattr(definition, field.name)) for field in fields(definition)}


def _plain(value: object) -> object:
    if isinstance(value, Wording):
        return [value.it, value.en]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if callable(value):
        return inspect.getsource(value)
    return value if value is None or isinstance(value, int) else str(value)


def digest(definition: Definition) -> str:
    """SHA-256 of what a definition says, as hexadecimal text."""
    text = json.dumps(said(definition), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def published() -> Mapping[str, str]:
    """The digests that were published, by label ("O.2.3 v1")."""
    found: dict[str, str] = json.loads(PUBLISHED.read_text())
    return found


def publish() -> list[str]:
    """Add the digests of versions that are not published yet; returns their labels."""
    known = dict(published()) if PUBLISHED.exists() else {}
    fresh = {each.edition_label: digest(each) for each in DEFINITIONS if each.edition_label not in known}
    PUBLISHED.write_text(json.dumps(known | fresh, indent=1) + "\n")
    return sorted(fresh)
