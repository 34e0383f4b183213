# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page that proposes to share targets out anew: who gives, who takes, and why."""

import uuid
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.direction import policies, queries
from lgnet.direction.forecast import forecast
from lgnet.direction.indicators import INDICATORS, O_2_3, Indicator
from lgnet.direction.models import Decision, Target
from lgnet.direction.pages.filters import Choice
from lgnet.direction.proposal import Change, Proposal, version_of
from lgnet.direction.sharing import Move, Seat, propose
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation
from lgnet.network.worker import Worker

DEFAULT_PERCENT = 10


@dataclass(frozen=True)
class Line:
    """A partner in the proposal."""

    partner: Organisation
    move: Move


@dataclass(frozen=True)
class SharePage:
    """The proposal of one indicator, and the forms that accept or refuse it."""

    edition: Edition
    indicator: Indicator
    percent: int
    form: Form
    lines: tuple[Line, ...]
    moved: int
    total: int
    proposal: Proposal
    accept: Form
    refuse: Form
    refused: Decision | None
    may_decide: Verdict
    indicators: tuple[Choice, ...]


def share_page(
    *,
    by: Worker,
    indicator: str,
    form: Form,
    accept: Form,
    refuse: Form,
) -> SharePage:
    """Build the page with five queries."""
    chosen = INDICATORS.get(indicator, O_2_3)
    percent = form.cleaned_data["percent"] if form.is_valid() else DEFAULT_PERCENT
    edition, partners = editions.current(), {each.pk: each for each in editions.local_partners()}
    held = queries.targets(edition)
    mine = {pk: held[pk, chosen.code] for pk in partners if (pk, chosen.code) in held}
    moves = propose(_seats(chosen, mine, edition), percent)
    lines = tuple(Line(partners[move.seat.partner], move) for move in moves)
    last = Decision.objects.filter(edition=edition, indicator=chosen.code).select_related("decided_by")
    return SharePage(
        edition=edition,
        indicator=chosen,
        percent=percent,
        form=form,
        lines=lines,
        moved=sum(move.change for move in moves if move.change > 0),
        total=sum(target.value or 0 for target in mine.values()),
        proposal=Proposal(tuple(_change(line, chosen, mine) for line in lines)),
        accept=accept,
        refuse=refuse,
        refused=last.filter(kind=Decision.Kind.REFUSED).order_by("-decided_at").first(),
        may_decide=policies.set_target(by, edition),
        indicators=tuple(
            Choice(
                str(INDICATORS[code].name),
                f"{reverse('direction:share')}?indicator={code}",
                code == chosen.code,
            )
            for code in dict.fromkeys([*(code for _scope, code in held if _scope in partners), chosen.code])
            if code in INDICATORS
        ),
    )


def _seats(chosen: Indicator, mine: dict[uuid.UUID, Target], edition: Edition) -> list[Seat]:
    """The partners with a target and a forecast."""
    seen = queries.overview(chosen)
    seats = []
    for pk, target in mine.items():
        made = forecast(
            seen.by_month(pk, chosen), day=today(), starts_on=edition.starts_on, ends_on=edition.ends_on
        )
        if made is not None:
            seats.append(Seat(pk, made.value, target.value or 0, made.low, made.high))
    return seats


def _change(line: Line, chosen: Indicator, mine: dict[uuid.UUID, Target]) -> Change:
    seat = line.move.seat
    return Change(
        line.partner.code, line.partner.short_name, chosen.code, seat.target, line.move.after, seat.value,
        version_of(mine[seat.partner]),
    )  # fmt: skip
