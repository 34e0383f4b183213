# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline of a case: everything that happened, newest first, cut by key."""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from lgnet.cases import policies
from lgnet.cases.models import Assessment, Case, Intervention, Note, Plan
from lgnet.cases.queries import diary
from lgnet.core import places
from lgnet.core.clock import ROME
from lgnet.network.worker import Worker
from lgnet.ui.looks import Tone

RESULT_TONES: dict[str, Tone] = {"done": "good", "no_show": "warn", "refused": "bad", "interrupted": "warn"}


@dataclass(frozen=True)
class Moment:
    """One entry: `at` orders it, `shown` is the day or the instant as it is told."""

    at: dt.datetime
    pk: uuid.UUID
    title: str
    by: str
    symbol: str
    tone: Tone = "neutral"
    text: str = ""
    shown: dt.date | dt.datetime | None = None
    restricted: bool = False
    undo_url: str = ""


@dataclass(frozen=True)
class Timeline:
    """A page of moments; `earlier` is the query of the next one, "" at the beginning of the path."""

    moments: list[Moment]
    earlier: str
    is_latest: bool


def timeline(
    by: Worker,
    case: Case,
    assessments: Sequence[Assessment],
    plans: Sequence[Plan],
    before: places.Moment | None,
) -> Timeline:
    """The moments before a place. Three queries; assessments and plans are at hand on the page already."""
    found = [
        *_notes(by, case, before),
        *_interventions(by, case, before),
        *_reviews(case, before),
        *(
            moment
            for moment in _from_the_page(case, assessments, plans)
            if before is None or (moment.at, moment.pk) < before
        ),
    ]
    found.sort(key=lambda moment: (moment.at, moment.pk), reverse=True)
    shown = found[: diary.PAGE]
    earlier = ""
    if len(found) > diary.PAGE:
        last = shown[-1]
        earlier = "?" + urlencode({"before": places.written(last.at, last.pk)})
    return Timeline(shown, earlier, before is None)


def _at(row: object) -> dt.datetime:
    at = getattr(row, "at", None)
    assert isinstance(at, dt.datetime)  # noqa: S101 - annotated by the query
    return at


def _notes(by: Worker, case: Case, before: places.Moment | None) -> Iterator[Moment]:
    for note in diary.notes_before(case, before, restricted=bool(policies.read_restricted(by, case))):
        restricted = note.level == Note.Level.CIRCLE
        yield Moment(
            note.written_at,
            note.pk,
            _("Note for the team") if restricted else _("Note"),
            note.written_by.name,
            "locked" if restricted else "comment",
            text=note.text,
            shown=note.written_at,
            restricted=restricted,
            undo_url=reverse("cases:undo_note", args=[note.pk]) if policies.withdraw_note(by, note) else "",
        )


def _interventions(by: Worker, case: Case, before: places.Moment | None) -> Iterator[Moment]:
    for row in diary.interventions_before(case, before):
        undo = policies.withdraw_intervention(by, row)
        yield Moment(
            _at(row),
            row.pk,
            _intervention_title(row),
            row.delivered_by.name,
            "check-circle" if row.result == Intervention.Result.DONE else "close-circle",
            RESULT_TONES[row.result],
            text=row.note,
            shown=row.delivered_on,
            undo_url=reverse("cases:undo_intervention", args=[row.pk]) if undo else "",
        )


def _intervention_title(row: Intervention) -> str:
    words = [row.type.on(row.delivered_on).label]
    if row.minutes:
        words.append(ngettext("%(n)s minute", "%(n)s minutes", row.minutes) % {"n": row.minutes})
    if row.result != Intervention.Result.DONE:
        words.append(str(row.get_result_display()))
    return " · ".join(words)


def _reviews(case: Case, before: places.Moment | None) -> Iterator[Moment]:
    for row in diary.reviews_before(case, before):
        yield Moment(
            _at(row), row.pk, _("Review of the plan"), row.reviewed_by.name, "refresh", "info", row.summary,
            row.reviewed_on,
        )  # fmt: skip


def _end_of(day: dt.date, recorded: dt.datetime) -> dt.datetime:
    return min(recorded, dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0), ROME))


def _from_the_page(case: Case, assessments: Sequence[Assessment], plans: Sequence[Plan]) -> Iterator[Moment]:
    for made in assessments:
        title = _("Assessment: %(moment)s") % {"moment": made.get_moment_display().lower()}
        at = _end_of(made.assessed_on, made.recorded_at)
        yield Moment(
            at, made.pk, title, made.assessed_by.name, "chart-line", "info", made.summary, made.assessed_on
        )
    for plan in plans:
        if plan.agreed_on is not None:
            title = _("Plan agreed with the person, version %(n)s") % {"n": plan.version}
            at = _end_of(
                plan.agreed_on, max(plan.drafted_at, dt.datetime.combine(plan.agreed_on, dt.time(12), ROME))
            )
            yield Moment(at, plan.pk, title, plan.drafted_by.name, "file-signed", "good", "", plan.agreed_on)
    yield from _beginnings(case)


def _beginnings(case: Case) -> Iterator[Moment]:
    intake = case.intake
    yield Moment(
        case.opened_at,
        case.pk,
        pgettext("event", "Taken in charge"),
        "",
        "folder",
        "good",
        shown=case.opened_at,
    )
    contact = _("First contact: %(source)s") % {"source": str(intake.get_source_display()).lower()}
    yield Moment(
        intake.first_contact_at, intake.pk, contact, "", "user", "info", shown=intake.first_contact_at
    )
    if intake.screened_at is not None:
        key = uuid.uuid5(intake.pk, "screened")
        yield Moment(
            intake.screened_at, key, _("Screening done"), "", "search", "info", shown=intake.screened_at
        )
    if case.closed_at is not None:
        key = uuid.uuid5(case.pk, "closed")
        title = _("Case closed: %(reason)s") % {"reason": str(case.get_closure_reason_display()).lower()}
        yield Moment(case.closed_at, key, title, "", "lock", "neutral", case.closure_note, case.closed_at)
