# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of directives and one of them, for the nation and for a partner."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.directives import policies, queries
from lgnet.directives.models import Addressee, Directive, DirectiveFile, Reading
from lgnet.directives.queries import PAGE, Reader, Readership, Received, Tally
from lgnet.directives.words import Block, blocks
from lgnet.network import editions
from lgnet.network.models import ActionLine
from lgnet.network.permissions import ROLES, Permission
from lgnet.network.worker import Worker

LOOKS = {
    Directive.State.DRAFT: "draft",
    Directive.State.ISSUED: "open",
    Directive.State.CLOSED: "closed",
    Directive.State.WITHDRAWN: "withdrawn",
    Directive.State.REPLACED: "ended",
}


@dataclass(frozen=True, slots=True)
class ListPage:
    """The nation sees drafts and tallies; a partner what waits for it and what it received."""

    is_nation: bool
    may_write: Verdict
    drafts: Sequence[Directive]
    tallies: Sequence[Tally]
    waiting: Sequence[Received]
    received: Sequence[Received]
    next_url: str
    is_first: bool
    looks: dict[str, str]


def list_page(by: Worker, after: str) -> ListPage:
    """Two queries for the nation, one for a partner."""
    start, nation = places.moment(after), policies.is_nation(by)
    tallies = queries.tallies(start) if nation else []
    received = [] if nation else queries.received(by, start)
    shown: Sequence[Tally] | Sequence[Received] = tallies if nation else received
    return ListPage(
        is_nation=nation,
        may_write=policies.write(by),
        drafts=list(queries.drafts()) if nation and start is None else [],
        tallies=tallies[:PAGE],
        waiting=[row for row in received[:PAGE] if row.is_to_do],
        received=[row for row in received[:PAGE] if not row.is_to_do],
        next_url=_next(shown[PAGE - 1].directive) if len(shown) > PAGE else "",
        is_first=start is None,
        looks={str(state): look for state, look in LOOKS.items()},
    )


def _next(last: Directive) -> str:
    assert last.issued_at is not None  # noqa: S101 - drafts are not in the list
    return f"{reverse('directives:list')}?{urlencode({'after': places.written(last.issued_at, last.pk)})}"


@dataclass(frozen=True, slots=True)
class Row:
    """A partner addressed: what it did, who must read there, what it answered."""

    addressee: Addressee
    people: Readership
    is_done: bool


@dataclass(frozen=True, slots=True)
class NationSide:
    """What the nation sees of who did what."""

    rows: Sequence[Row]
    done: int
    unread: int
    tally: Sequence[tuple[str, int]]
    total: str


@dataclass(frozen=True, slots=True)
class PartnerSide:
    """What a partner's people see of their own side."""

    addressee: Addressee
    reading: Reading | None
    readers: Sequence[Reader] | None
    form: Form | None
    may_note: Verdict
    may_answer: Verdict
    speaks_for_partner: bool


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with it now."""

    edit: Verdict
    issue: Verdict
    correct: Verdict
    close: Verdict
    reopen: Verdict
    withdraw: Verdict


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """A directive with its two sides, of which somebody sees one."""

    directive: Directive
    look: str
    text: Sequence[Block]
    files: Sequence[DirectiveFile]
    to: str
    readers: str
    later: Directive | None
    nation: NationSide | None
    partner: PartnerSide | None
    may: May
    withdraw_form: Form
    catalogue_url: str


@dataclass(frozen=True, slots=True)
class Mine:
    """The partner's own part: its acknowledgement and answer, one's reading, the form of the answer."""

    addressee: Addressee
    reading: Reading | None
    form: Form


def directive_page(
    by: Worker, directive: Directive, *, mine: Mine | None, withdraw_form: Form
) -> DirectivePage:
    """At most eight queries."""
    nation = policies.is_nation(by)
    later = Directive.objects.filter(corrects=directive).first()
    return DirectivePage(
        directive=directive,
        look=LOOKS[Directive.State(directive.state)],
        text=blocks(directive.text),
        files=list(directive.files.all()),
        to=to_whom(directive),
        readers=", ".join(str(ROLES[role].name) for role in directive.must_read if role in ROLES),
        later=later,
        nation=_nation_side(directive) if nation and directive.state != Directive.State.DRAFT else None,
        partner=_partner_side(by, directive, mine) if mine else None,
        may=May(
            edit=policies.edit(by, directive),
            issue=policies.issue(by, directive),
            correct=policies.correct(by, directive, has_correction=later is not None),
            close=policies.close(by, directive),
            reopen=policies.reopen(by, directive),
            withdraw=policies.withdraw(by, directive),
        ),
        withdraw_form=withdraw_form,
        catalogue_url=reverse("directives:version", args=[directive.catalogue_id])
        if directive.catalogue_id
        else "",
    )


def to_whom(directive: Directive) -> str:
    """Whom it was addressed to, in words."""
    if directive.is_to_everybody:
        return _("All partners")
    names = {each.organisation.code: each.organisation.short_name for each in editions.local_partnerships()}
    lines = [str(ActionLine(line).label) for line in directive.lines]
    return ", ".join([*lines, *directive.regions, *(names.get(code, code) for code in directive.partners)])


_NOBODY = Readership(0, 0, ())


def _nation_side(directive: Directive) -> NationSide:
    people = queries.readership(directive)
    found = [(row, people.get(row.partner_id, _NOBODY)) for row in queries.addressees(directive)]
    rows = [Row(row, readers, _did(row, readers)) for row, readers in found]
    answers = [row.addressee for row in rows if row.addressee.answered_at is not None]
    chosen = Counter(row.answer_choice for row in answers)
    numbers = [row.answer_number for row in answers if row.answer_number is not None]
    return NationSide(
        rows=sorted(rows, key=lambda row: row.is_done),
        done=sum(row.is_done for row in rows),
        unread=sum(not _was_read(row.people) for row in rows),
        tally=[(choice, chosen[choice]) for choice in directive.choices],
        total=f"{sum(numbers, Decimal()).normalize():f}" if numbers else "",
    )


def _was_read(people: Readership) -> bool:
    return any(one.read_at for one in people.coordinators)


def _did(row: Addressee, people: Readership) -> bool:
    return row.is_done and (row.directive.kind != Directive.Kind.KNOW or _was_read(people))


def _partner_side(by: Worker, directive: Directive, mine: Mine) -> PartnerSide:
    may_answer = policies.answer(by, mine.addressee, directive)
    speaks = by.may(Permission.DIRECTIVE_ANSWER)
    return PartnerSide(
        addressee=mine.addressee,
        reading=mine.reading,
        readers=queries.readers_here(directive, by) if speaks else None,
        form=mine.form if may_answer.allowed else None,
        may_note=policies.note(by, directive),
        may_answer=may_answer,
        speaks_for_partner=speaks,
    )


def given(addressee: Addressee) -> dict[str, object]:
    """What the form of the answer begins with: the answer given before."""
    return {
        "text": addressee.answer_text,
        "choice": addressee.answer_choice,
        "number": addressee.answer or None,
    }


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form of a directive; with its files once there is a draft."""

    form: Form
    directive: Directive | None
    files: Sequence[DirectiveFile]
    file_form: Form
    may_issue: Verdict | None


def edit_page(by: Worker, form: Form, file_form: Form, directive: Directive | None = None) -> EditPage:
    """One query for the files."""
    return EditPage(
        form=form,
        directive=directive,
        files=list(directive.files.all()) if directive else [],
        file_form=file_form,
        may_issue=policies.issue(by, directive) if directive else None,
    )
