# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows as the API answers them."""

import uuid

from lgnet.api.schemas import (
    CaseOut,
    FigureOut,
    Figures,
    IndicatorOut,
    PartnerOut,
    PersonOut,
    TargetOut,
    Words,
)
from lgnet.cases.models import Case
from lgnet.counting.models import NETWORK
from lgnet.direction.indicators import (
    MEASURED,
    NOT_YET_MEASURED,
    Cell,
    Definition,
    Indicator,
    NotYetMeasured,
    Wording,
)
from lgnet.direction.models import Target
from lgnet.direction.queries import figures
from lgnet.network.models import Organisation
from lgnet.people.models import Person

NETWORK_CODE = "network"


def definitions() -> list[IndicatorOut]:
    """Every definition, measured or only declared."""
    return [*map(definition, MEASURED.values()), *map(definition, NOT_YET_MEASURED.values())]


def definition(found: Definition | NotYetMeasured) -> IndicatorOut:
    """A definition with its rule; of what is not measured yet only the name and the source."""
    if isinstance(found, Definition):
        return IndicatorOut(
            code=found.code, version=found.version, name=_words(found.name), rule=_words(found.rule),
            unit=found.unit.en, valid_from=found.valid_from, breakdowns=[str(one) for one in found.breakdowns],
            source=found.source, is_measured=True,
        )  # fmt: skip
    return IndicatorOut(
        code=found.code, version=None, name=_words(found.name), rule=None, unit=str(found.unit),
        valid_from=None, breakdowns=[], source=found.source, is_measured=False,
    )  # fmt: skip


def _words(wording: Wording) -> Words:
    return Words(it=wording.it, en=wording.en)


def partner(body: Organisation) -> PartnerOut:
    """A body of the network."""
    return PartnerOut(code=body.code, name=body.name, kind=body.kind, region=body.region)


def figure(indicator: Indicator, body: Organisation | None, by: tuple[str, ...]) -> Figures:
    """A figure of a partner, or (None) of the network, broken down as asked. One query."""
    scope = NETWORK if body is None else body.pk
    found = figures(scope, [indicator])[indicator.code]
    cells: dict[tuple[str | None, ...], int] = {}
    for cell, n in found.cells.items():
        key = _key(cell, by)
        cells[key] = cells.get(key, 0) + n
    return Figures(
        indicator=indicator.code,
        version=indicator.version,
        partner=NETWORK_CODE if body is None else body.code,
        as_of=found.as_of,
        total=found.value,
        items=[
            FigureOut.model_validate({"month": month, "sex": sex, "age_band": age, "count": n})
            for (month, sex, age), n in sorted(cells.items(), key=lambda item: tuple(map(str, item[0])))
        ],
        next=None,
    )


def _key(cell: Cell, by: tuple[str, ...]) -> tuple[str | None, ...]:
    return (
        cell.month.isoformat() if "month" in by else None,
        cell.sex if "sex" in by else None,
        cell.age_band if "age-band" in by else None,
    )


def target(scope: uuid.UUID, held: Target, value: int, codes: dict[uuid.UUID, str]) -> TargetOut:
    """A target that holds, with its value."""
    return TargetOut(
        indicator=held.indicator, partner=codes.get(scope, NETWORK_CODE), value=value,
        decided_on=held.decided_on, sureness=held.sureness,
    )  # fmt: skip


def person(row: Person, *, with_names: bool) -> PersonOut:
    """Somebody registered. Who is protected is never named here, whatever the key may read."""
    is_named = with_names and not row.is_protected
    return PersonOut(
        id=row.pk, code=row.code, registered_at=row.registered_at, sex=row.sex, birth_date=row.birth_date,
        birth_precision=row.birth_precision, citizenships=row.citizenships, languages=row.languages,
        given_name=row.given_name if is_named else None, family_name=row.family_name if is_named else None,
    )  # fmt: skip


def case(row: Case) -> CaseOut:
    """A person taken in charge."""
    return CaseOut(
        id=row.pk, code=row.code, person=row.person_id, stage=row.stage, lines=row.lines, urgency=row.urgency,
        opened_at=row.opened_at, last_activity_at=row.last_activity_at, closed_at=row.closed_at,
        closure_reason=row.closure_reason,
    )  # fmt: skip
