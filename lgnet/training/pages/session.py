# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One session: its register for who teaches it, the code on the wall, one's own attendance."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import qrcode
from django.forms import BoundField, Form
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.training import codes, policies
from lgnet.training.models import Attendance, Enrolment, OnlineLog, Session
from lgnet.training.queries import programme as programmes
from lgnet.training.queries.completion import Completion, completions
from lgnet.training.queries.enrolment import standing_of


@dataclass(frozen=True, slots=True)
class ListRow:
    """Somebody on the trainer's list: the field of their minutes, what is known, by which way."""

    enrolment: Enrolment
    attendance: Attendance | None
    field: BoundField | None


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session as who teaches it, or who takes part, sees it."""

    session: Session
    trainers: Sequence[Colleague]
    may_keep: Verdict
    may_show: Verdict
    may_change: Verdict
    may_make_up: Verdict
    may_check_in: Verdict
    is_trainer: bool
    mine: Attendance | None
    has_place: bool
    rows: Sequence[ListRow]
    present: int
    logs: Sequence[OnlineLog]
    list_form: Form | None
    log_form: Form
    make_up_form: Form
    call_off_form: Form
    can_make_up: bool


@dataclass(frozen=True, slots=True)
class SessionForms:
    """The forms of the page, those that came back among them."""

    attendance: Form | None
    log: Form
    make_up: Form
    call_off: Form


@dataclass(frozen=True, slots=True)
class CodePage:
    """What is shown on the wall: the code, its picture, how many are there."""

    session: Session
    code: str
    picture: SafeString
    present: int
    places: int
    url: str


@dataclass(frozen=True, slots=True)
class HerePage:
    """Where somebody says that they are there."""

    session: Session
    form: Form
    mine: Attendance | None
    may_check_in: Verdict


def class_of(session: Session) -> list[Completion]:
    """Everybody who has a place and was approved, by name."""
    found = completions(module=session.module)
    return sorted(
        (one for one in found if one.enrolment.approved_at is not None), key=lambda one: one.colleague.name
    )


def known_minutes(session: Session, people: Sequence[Completion]) -> list[tuple[uuid.UUID, str, int]]:
    """For the form of the list: enrolment, name and minutes so far."""
    known = attendances(session)
    return [
        (
            one.enrolment.pk,
            f"{one.colleague.name}, {one.partner.short_name}",
            known[one.enrolment.pk].minutes if one.enrolment.pk in known else 0,
        )
        for one in people
    ]


def attendances(session: Session) -> dict[uuid.UUID, Attendance]:
    """What is known of who was there, by enrolment."""
    return {row.enrolment_id: row for row in Attendance.objects.filter(session=session)}


def missing(session: Session, people: Sequence[Completion]) -> list[Completion]:
    """Who attended less than all of a session, by name: they may make up for it."""
    known = attendances(session)
    return [
        one
        for one in people
        if one.enrolment.pk not in known or known[one.enrolment.pk].minutes < session.planned_minutes
    ]


def session_page(
    by: Worker, session: Session, people: Sequence[Completion], forms: SessionForms
) -> SessionPage:
    """At most eight queries, however many people take part."""
    trainers = programmes.trainers_of(session)
    ids = [one.pk for one in trainers]
    teaches = policies.teach(by, ids)
    known = attendances(session)
    own = standing_of(by.user.pk, session.module)
    may_make_up = policies.make_up(by, session, ids)
    return SessionPage(
        session=session,
        trainers=trainers,
        may_keep=policies.keep_register(by, session, ids),
        may_show=policies.show_code(by, session, ids),
        may_change=policies.change_session(by, session),
        may_make_up=may_make_up,
        may_check_in=policies.check_in(by, session, own),
        is_trainer=teaches.allowed,
        mine=known.get(own.pk) if own else None,
        has_place=own is not None and own.state == Enrolment.State.SEATED,
        rows=_rows(people, known, forms.attendance) if teaches else [],
        present=len(known),
        logs=list(OnlineLog.objects.filter(session=session).select_related("read_by").order_by("-read_at"))
        if teaches
        else [],
        list_form=forms.attendance,
        log_form=forms.log,
        make_up_form=forms.make_up,
        call_off_form=forms.call_off,
        can_make_up=bool(may_make_up) and bool(missing(session, people)),
    )


def _rows(
    people: Sequence[Completion], known: dict[uuid.UUID, Attendance], form: Form | None
) -> list[ListRow]:
    return [
        ListRow(
            one.enrolment,
            known.get(one.enrolment.pk),
            form[f"minutes-{one.enrolment.pk}"] if form is not None else None,
        )
        for one in people
    ]


def code_page(session: Session, address: str) -> CodePage:
    """The code of this minute. `address`: where somebody says that they are there, as the telephone opens it."""
    at = now()
    return CodePage(
        session=session,
        code=codes.typed(session.pk, at),
        picture=picture(f"{address}?code={codes.scanned(session.pk, at)}"),
        present=Attendance.objects.filter(session=session, left_at=None).count(),
        places=Enrolment.objects.filter(module=session.module, state=Enrolment.State.SEATED).count(),
        url=address,
    )


def picture(text: str) -> SafeString:
    """A text as QR code, drawn as SVG that stands in the page."""
    drawing: str = qrcode.make(text, image_factory=SvgPathImage, box_size=20, border=4).to_string(
        encoding="unicode"
    )
    return mark_safe(drawing)  # noqa: S308 - drawn by the library, which puts no text into it
