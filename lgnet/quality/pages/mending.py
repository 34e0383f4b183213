# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to mend: somebody's list by person, and all misses of one check."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.clock import today
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.checks import Check
from lgnet.quality.deadlines import Deadline, next_deadline
from lgnet.quality.models import Dismissal
from lgnet.quality.pages.lines import PersonLines, heads_of, person_lines
from lgnet.quality.queries.misses import PAGE, Miss
from lgnet.ui.looks import Link

AFTER = "after"


@dataclass(frozen=True, slots=True)
class MendingPage:
    """A list of what is to be mended. `whose`: the colleague it belongs to, "" for one's own."""

    title: str | Promise
    intro: str
    whose: str
    deadline: Deadline
    people: Sequence[PersonLines]
    tabs: Sequence[Link]
    colleagues: Sequence[Link]
    is_first: bool
    next_url: str
    back: str = ""


def mending_page(*, by: Worker, of: Colleague | None, asked: QueryDict, path: str) -> MendingPage:
    """Somebody's list: one's own, or for a coordinator a colleague's. Four queries and one of the colleagues."""
    coordinates = policies.coordinates(by)
    place = places.rank(asked.get(AFTER, ""))
    found = queries.to_mend(
        partner_id=by.partner_id,
        worker_id=of.pk if of else by.user.pk,
        checks=policies.listed(by),
        coordinates=coordinates and of is None,
        after=place,
    )
    shown = found[:PAGE]
    heads = heads_of(miss for row in shown for miss in row.misses)
    more = f"?{AFTER}={places.written(shown[-1].worst, shown[-1].person_id)}" if len(found) > PAGE else ""
    everybody = policies.see_everybodys(by).allowed
    return MendingPage(
        title=_("To mend"),
        intro=_("What %(name)s can put right.") % {"name": of.name} if of else "",
        whose=of.name if of else "",
        deadline=next_deadline(today()),
        people=[person_lines(heads.get(row.person_id), row.misses, by=by, back=path) for row in shown],
        tabs=tabs(by, "quality:overview"),
        colleagues=_colleagues(by, of) if everybody else [],
        is_first=place is None,
        next_url=more,
    )


def _colleagues(by: Worker, of: Colleague | None) -> list[Link]:
    own = Link(reverse("quality:overview"), _("Mine and nobody’s"), current=of is None)
    others = queries.colleagues_of(by.partner_id).exclude(pk=by.user.pk)
    return [
        own,
        *(
            Link(
                reverse("quality:worker", args=[row.pk]), row.name, current=of is not None and of.pk == row.pk
            )
            for row in others
        ),
    ]


def tabs(by: Worker, current: str) -> list[Link]:
    """The pages of the room that somebody may open."""
    links = [("quality:overview", _("To mend"))] if policies.see(by) else []
    links.append(("quality:scorecard", _("How good the data are")))
    if policies.see(by):
        links.append(("quality:reportability", _("Not reportable")))
    return [Link(reverse(name), label, current=name == current) for name, label in links]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """All misses of one check at the partner."""

    check: Check
    rows: Sequence[PersonLines]
    is_first: bool
    next_url: str
    back: str


def check_page(check: Check, *, by: Worker, asked: QueryDict, path: str) -> CheckPage:
    """A page of the misses of a check, by key. Three queries at most."""
    last = _uuid(asked.get(AFTER, ""))
    found = queries.misses_of(check, partner_id=by.partner_id, after=last)
    shown = found[:PAGE]
    heads = heads_of(shown)
    return CheckPage(
        check=check,
        rows=[person_lines(heads.get(miss.person_id), [miss], by=by, back=path) for miss in shown],
        is_first=last is None,
        next_url=f"?{AFTER}={shown[-1].subject_id}" if len(found) > PAGE else "",
        back=reverse("quality:scorecard"),
    )


@dataclass(frozen=True, slots=True)
class DismissPage:
    """Saying why a miss stays."""

    check: Check
    name: str
    form: Form
    back: str


def dismiss_page(miss: Miss, form: Form) -> DismissPage:
    """The form of the reasons. Two queries at most."""
    head = heads_of([miss]).get(miss.person_id)
    return DismissPage(miss.check, head.name if head else "", form, reverse("quality:overview"))


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def said(dismissal: Dismissal) -> str:
    """What is told after a miss was dismissed."""
    return _("Noted: %(reason)s.") % {"reason": str(dismissal.get_reason_display())}
