# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing an act of the direction: its decision, and a new version of each target that it changes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.counting.models import NETWORK
from lgnet.direction import planned
from lgnet.direction.indicators import INDICATORS
from lgnet.direction.models import Decision, Target, TargetPart
from lgnet.direction.parts import NO_PARTS, Parts
from lgnet.network.models import Edition, Organisation, Partnership
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class Wanted:
    """A target as somebody decides it. `partner` None: the network. `value` None: no target any more.

    `seen` is the version that the person looked at (0 for none), where it matters that nobody was quicker.
    """

    partner: Organisation | None
    indicator: str
    value: int | None
    parts: Parts = NO_PARTS
    below_reason: str = ""

    @property
    def scope(self) -> uuid.UUID:
        return self.partner.pk if self.partner else NETWORK


def lock_targets() -> None:
    """One act at a time: versions are numbered, and what was looked at must still hold."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('direction_target', 0))")


def write_act(
    *,
    by: Worker,
    edition: Edition,
    kind: Decision.Kind,
    reason: str,
    wanted: Sequence[Wanted],
    decided_on: dt.date,
    takes_back: Decision | None = None,
) -> Decision:
    """Write a decision with its versions. Raises `Refused` where a target does not stand to reason.

    Call it inside a transaction, after the policy and `lock_targets`.
    """
    _refuse_strangers(edition, wanted)
    _refuse_parts(wanted)
    if takes_back is None:  # what held before an act may hold again, whatever was reached meanwhile
        _refuse_below(wanted)
    codes = {each.indicator for each in wanted}
    decision = Decision.objects.create(
        edition=edition, kind=kind, reason=reason, decided_at=now(), decided_by=by.user, takes_back=takes_back,
        indicator=codes.pop() if len(codes) == 1 else "",
    )  # fmt: skip
    latest = _latest_versions(edition)
    targets = [
        Target(
            edition=edition, partner=each.partner, indicator=each.indicator, value=each.value,
            version=latest.get((each.partner.pk if each.partner else None, each.indicator), 0) + 1,
            below_reason=each.below_reason, sureness=Target.Sureness.AGREED, source=reason,
            decided_on=decided_on, decided_by=by.user, decision=decision,
        )
        for each in wanted
    ]  # fmt: skip
    Target.objects.bulk_create(targets)
    TargetPart.objects.bulk_create(
        part for target, each in zip(targets, wanted, strict=True) for part in _rows(target, each.parts)
    )
    audit.record("target.decided", on=decision, kind=kind, targets=len(targets))
    return decision


def _latest_versions(edition: Edition) -> dict[tuple[uuid.UUID | None, str], int]:
    rows = Target.objects.filter(edition=edition).values_list("partner_id", "indicator")
    return {(partner, code): latest for partner, code, latest in rows.annotate(latest=Max("version"))}


def _rows(target: Target, parts: Parts) -> list[TargetPart]:
    kind = TargetPart.Kind
    return [
        *(TargetPart(target=target, kind=kind.CELL, sex=sex, age_band=band, value=n)
          for (sex, band), n in parts.cells.items()),
        *(TargetPart(target=target, kind=kind.LINE, line=line, value=n) for line, n in parts.lines.items()),
        *(TargetPart(target=target, kind=kind.MONTH, month=month, value=n) for month, n in parts.months.items()),
    ]  # fmt: skip


def _refuse_strangers(edition: Edition, wanted: Sequence[Wanted]) -> None:
    role = Partnership.Role.LOCAL_PARTNER
    locals_ = set(
        Partnership.objects.filter(edition=edition, role=role).values_list("organisation_id", flat=True)
    )
    if any(each.partner is not None and each.partner.pk not in locals_ for each in wanted):
        raise Refused(_("Only a local partner of this edition has targets."))


def _refuse_parts(wanted: Sequence[Wanted]) -> None:
    for each in wanted:
        problems = each.parts.problems(each.value or 0)
        if problems:
            raise Refused(problems[0])


def _refuse_below(wanted: Sequence[Wanted]) -> None:
    for each, value in below_reached(wanted):
        if not each.below_reason.strip():
            raise Refused(below_words(each, value))


def below_reached(wanted: Sequence[Wanted]) -> list[tuple[Wanted, int]]:
    """The targets that are lower than what is reached already, with what is reached. One query."""
    known = [INDICATORS[each.indicator] for each in wanted if each.indicator in INDICATORS]
    values = planned.reached([each.scope for each in wanted], known)
    return [
        (each, value)
        for each in wanted
        if each.value is not None and each.value < (value := values.get((each.scope, each.indicator), 0))
    ]


def below_words(each: Wanted, value: int) -> str:
    """The sentence that asks for a reason."""
    name = each.partner.short_name if each.partner else _("The whole network")
    return _("%(partner)s: %(value)s are reached already, %(target)s is less: say why.") % {
        "partner": name,
        "value": number_format(value, force_grouping=True),
        "target": number_format(each.value or 0, force_grouping=True),
    }
