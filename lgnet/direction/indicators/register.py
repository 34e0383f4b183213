# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""All indicators by code, with all their versions: those that are measured, and those that are only declared.

A version holds from its first month to the last before the next version. So a definition that changes in the
middle of an edition leaves both: each figure names the version of its own period.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import pairwise

from lgnet.direction.code_lists import IndicatorKind, amif_indicators
from lgnet.direction.indicators.definition import (
    Definition,
    Derived,
    Group,
    Indicator,
    NotYetMeasured,
    Share,
    Wording,
)
from lgnet.direction.indicators.events import EVENTS, PARTICIPATIONS
from lgnet.direction.indicators.fund import O_2_2, O_2_3, O_2_3_1, O_2_3_2, O_2_3_3, O_2_5, O_2_7
from lgnet.direction.indicators.project import (
    ASSISTED,
    CONTACTS,
    DECLINED,
    HOUSED,
    NOT_TAKEN,
    REGISTERED,
    TAKEN_IN_CHARGE,
    TIMELINESS,
)
from lgnet.direction.indicators.results import R_2_8, R_2_9, R_2_10, R_2_11

# Every version ever published, in the order of the path.
DEFINITIONS: tuple[Definition, ...] = (
    CONTACTS, DECLINED, REGISTERED, NOT_TAKEN, TAKEN_IN_CHARGE, TIMELINESS, ASSISTED, HOUSED,
    EVENTS, PARTICIPATIONS,
    O_2_2, O_2_3, O_2_3_1, O_2_3_2, O_2_3_3, O_2_5, O_2_7,
    R_2_8, R_2_9, R_2_10, R_2_11,
)  # fmt: skip


def versions_by_code(definitions: Iterable[Definition]) -> dict[str, tuple[Definition, ...]]:
    """The versions of each code, the first one first. Raises ValueError where they do not follow each other."""
    found: dict[str, tuple[Definition, ...]] = {}
    for each in definitions:
        found[each.code] = (*found.get(each.code, ()), each)
    for code, versions in found.items():
        if [each.version for each in versions] != list(range(1, len(versions) + 1)):
            raise ValueError(f"{code}: versions are numbered from 1, without a gap")
        if any(each.valid_from.day != 1 for each in versions):
            raise ValueError(f"{code}: a version begins on the first day of a month")
        if any(before.valid_from >= after.valid_from for before, after in pairwise(versions)):
            raise ValueError(f"{code}: a version begins after the one before")
        if any(after.changed is None for after in versions[1:]):
            raise ValueError(f"{code}: a later version says what changed")
    return found


VERSIONS: Mapping[str, tuple[Definition, ...]] = versions_by_code(DEFINITIONS)
MEASURED: Mapping[str, Definition] = {code: versions[-1] for code, versions in VERSIONS.items()}
# What counts persons or events; the newest version of each.
INDICATORS: Mapping[str, Indicator] = {
    code: each for code, each in MEASURED.items() if isinstance(each, Indicator)
}
SHARES: Mapping[str, Share] = {code: each for code, each in MEASURED.items() if isinstance(each, Share)}
DERIVED: Mapping[str, Derived] = {code: each for code, each in MEASURED.items() if isinstance(each, Derived)}
# The few with which a page about everything begins.
HEADLINE: Mapping[str, Indicator] = {
    code: INDICATORS[code] for code in ("CONTACTS", "REGISTERED", "TAKEN_IN_CHARGE", "O.2.3")
}

_OWN = "Indicator of the project"
_PROJECT = (
    (
        "REFERRALS_ANSWERED",
        Wording("Invii ad altri servizi con risposta", "Referrals to other services that were answered"),
        "referrals",
    ),
    ("TRAINING", Wording("Operatori formati", "Workers trained"), "persons"),
    (
        "TRAINING_USEFUL",
        Wording(
            "Operatori che trovano utile la formazione (metodo R.1.5)",
            "Workers who find the training useful (method of R.1.5)",
        ),
        "persons",
    ),
    (
        "TRAINING_USED",
        Wording(
            "Operatori che dopo tre mesi usano ciò che hanno imparato (metodo R.1.6)",
            "Workers who use what they learnt three months later (method of R.1.6)",
        ),
        "persons",
    ),
)
NOT_YET_MEASURED: Mapping[str, NotYetMeasured] = {
    **{code: NotYetMeasured(code, name, unit, Group.PROJECT, _OWN, "") for code, name, unit in _PROJECT},
    **{
        row.code: NotYetMeasured(
            row.code,
            Wording(row.label_it, row.label_en),
            row.unit,
            Group.OUTPUT if row.kind == IndicatorKind.OUTPUT else Group.RESULT,
            row.source,
            row.note,
        )
        for row in amif_indicators()
        if row.objective == "so2" and row.is_reported and row.code not in MEASURED
    },
}


def find(code: str, version: int | None = None) -> Definition | NotYetMeasured | None:
    """The indicator with this code, measured or not, in its newest version or the one asked; None: there is none."""
    if version is None:
        return MEASURED.get(code) or NOT_YET_MEASURED.get(code)
    return next((each for each in VERSIONS.get(code, ()) if each.version == version), None)


def valid_until(definition: Definition, versions: Iterable[Definition] = ()) -> dt.date | None:
    """The last day on which a version holds; None while no later one begins."""
    later = [
        each.valid_from
        for each in tuple(versions) or VERSIONS[definition.code]
        if each.version > definition.version
    ]
    return min(later) - dt.timedelta(days=1) if later else None


def version_on(code: str, day: dt.date, versions: Iterable[Definition] = ()) -> Definition:
    """The version that holds on a day; before the first one began, that one. Raises KeyError for no such code."""
    known = tuple(versions) or VERSIONS[code]
    begun = [each for each in known if each.valid_from <= day]
    return begun[-1] if begun else known[0]
