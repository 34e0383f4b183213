# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deciding targets, and loading those that were published."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.direction import planned, policies, queries
from lgnet.direction.actions.deciding import Wanted, lock_targets, write_act
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Decision, Target
from lgnet.direction.parts import NO_PARTS, Parts
from lgnet.network import editions, shipped
from lgnet.network.models import Edition, Organisation
from lgnet.network.worker import Worker

NO_VERSION = -1  # what was seen where no target held


@transaction.atomic
def set_target(
    *,
    by: Worker,
    partner: Organisation | None,
    indicator: Indicator,
    value: int,
    source: str = "",
    decided_on: dt.date | None = None,
    parts: Parts = NO_PARTS,
    below_reason: str = "",
) -> Target:
    """Decide what a partner (None: the network) is to reach by the end of the present edition.

    The target decided last holds and the earlier ones stay. Lower than what is reached already only with a
    reason; planned parts fit the whole. Raises `Refused` with the sentence otherwise.
    """
    edition = editions.current()
    policies.set_target(by, edition).enforce()
    day = decided_on or today()
    if not edition.starts_on < day <= today():
        raise Refused(_("A target is decided between the beginning of the edition and today."))
    lock_targets()
    decision = write_act(
        by=by, edition=edition, kind=Decision.Kind.TYPED, reason=source, decided_on=day,
        wanted=[Wanted(partner, indicator.code, value, parts, below_reason)],
    )  # fmt: skip
    return decision.targets.get()


@transaction.atomic
def set_sheet(*, by: Worker, wanted: Sequence[Wanted], reason: str, seen: Mapping[str, int]) -> Decision:
    """Decide many targets in one act, as a checked sheet says. `seen`: see `refuse_if_changed`."""
    edition = editions.current()
    policies.set_target(by, edition).enforce()
    lock_targets()
    refuse_if_changed(edition=edition, wanted=wanted, seen=seen)
    return write_act(
        by=by, edition=edition, kind=Decision.Kind.SHEET, reason=reason, wanted=wanted, decided_on=today()
    )


@transaction.atomic
def redistribute(*, by: Worker, wanted: Sequence[Wanted], reason: str, seen: Mapping[str, int]) -> Decision:
    """Accept a proposal as one act: the sum of the targets stays the same to the unit."""
    edition = editions.current()
    policies.set_target(by, edition).enforce()
    lock_targets()
    refuse_if_changed(edition=edition, wanted=wanted, seen=seen)
    held = queries.targets(edition)
    before = [
        held[each.scope, each.indicator].value or 0 for each in wanted if (each.scope, each.indicator) in held
    ]
    if len(before) != len(wanted) or sum(before) != sum(each.value or 0 for each in wanted):
        raise Refused(_("A re-distribution keeps the sum of the targets: this one does not."))
    return write_act(
        by=by,
        edition=edition,
        kind=Decision.Kind.REDISTRIBUTION,
        reason=reason,
        wanted=wanted,
        decided_on=today(),
    )


@transaction.atomic
def refuse_redistribution(*, by: Worker, indicator: Indicator, reason: str) -> Decision:
    """Write down that a proposal was looked at and not taken, and why. Changes no target."""
    edition = editions.current()
    policies.set_target(by, edition).enforce()
    decision = Decision.objects.create(
        edition=edition, kind=Decision.Kind.REFUSED, indicator=indicator.code, reason=reason, decided_at=now(),
        decided_by=by.user,
    )  # fmt: skip
    audit.record("target.proposal_refused", on=decision, indicator=indicator.code)
    return decision


@transaction.atomic
def take_back(*, by: Worker, decision: Decision, reason: str) -> Decision:
    """Put every target of an act back to what held before it, by new versions.

    Refused where one of them was decided anew since.
    """
    lock_targets()
    decision = Decision.objects.select_related("edition", "taken_back_by").get(pk=decision.pk)
    policies.take_back(by, decision).enforce()
    rows = Target.objects.filter(edition=decision.edition).select_related("partner")
    versions: dict[tuple[uuid.UUID | None, str], list[Target]] = {}
    for row in rows.order_by("-decided_on", "-version"):
        versions.setdefault((row.partner_id, row.indicator), []).append(row)
    mine = [every for every in versions.values() if any(one.decision_id == decision.pk for one in every)]
    for every in mine:
        if every[0].decision_id != decision.pk:
            name = every[0].partner.short_name if every[0].partner else _("The whole network")
            raise Refused(_("%s: the target was decided anew since, so this act stays.") % name)
    before = [next(iter(every[1:]), None) for every in mine]
    parts = planned.parts_of([one for one in before if one is not None])
    wanted = [
        Wanted(
            every[0].partner, every[0].indicator, one.value if one else None,
            parts.get(one.pk, NO_PARTS) if one else NO_PARTS, one.below_reason if one else "",
        )
        for every, one in zip(mine, before, strict=True)
    ]  # fmt: skip
    return write_act(
        by=by, edition=decision.edition, kind=Decision.Kind.TAKEN_BACK, reason=reason, wanted=wanted,
        decided_on=max(today(), *(every[0].decided_on for every in mine)), takes_back=decision,
    )  # fmt: skip


def refuse_if_changed(*, edition: Edition, wanted: Sequence[Wanted], seen: Mapping[str, int]) -> None:
    """Raise `Stale` where a target has got another version than `seen` by "scope/indicator" (0: no target)."""
    held = queries.targets(edition)
    for each in wanted:
        target = held.get((each.scope, each.indicator))
        if seen.get(f"{each.scope}/{each.indicator}") != (target.version if target else NO_VERSION):
            raise Stale(_("The targets have changed meanwhile: look at the proposal again."))


def export(*, by: Worker, what: str, rows: int) -> None:
    """Write down that somebody took figures away in a file."""
    policies.export(by).enforce()
    audit.record("figures.exported", kind="direction.figures", what=what, rows=rows)


@transaction.atomic
def load_published_targets() -> None:
    """Bring in the targets that were published and that one of our indicators measures. Repeatable.

    Run as the owner after each migration. They bear the first day of the edition, so that whatever the
    direction decides later holds.
    """
    editions = {row.code: row for row in Edition.objects.all()}
    bodies = {row.code: row for row in Organisation.objects.all()}
    for row in shipped.targets():
        indicator = queries.SAME_MEASURE.get(row.measure)
        if indicator is None:
            continue
        edition = editions[row.edition]
        Target.objects.update_or_create(
            edition=edition,
            partner=bodies[row.organisation] if row.organisation else None,
            indicator=indicator.code,
            version=0,
            decided_on=edition.starts_on,
            sureness=Target.Sureness.PUBLISHED,
            defaults={"value": row.value, "source": "\n".join((row.published_as_it, *row.source))},
        )
