# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation writes, issues, corrects and ends directives."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import connection, transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lgnet.catalogue import actions as catalogue
from lgnet.catalogue.models import CatalogueVersion
from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.directives import policies, queries
from lgnet.directives.models import COORDINATOR, Addressee, Directive, DirectiveFile
from lgnet.interop import attachments
from lgnet.network import editions
from lgnet.network.worker import Worker

MOST_FILES = 5
TEXT = 20_000
STATE = Directive.State


@dataclass(frozen=True)
class Draft:
    """What somebody writes of a directive: everything but its number, its state and its files."""

    kind: str
    subject: str
    text: str
    answer_kind: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    must_read: tuple[str, ...] = (COORDINATOR,)
    due_on: dt.date | None = None


@transaction.atomic
def write(*, by: Worker, draft: Draft, directive_id: uuid.UUID | None = None) -> Directive:
    """Begin a directive. `directive_id` is the id the form was drawn with: sent twice, it makes one draft."""
    policies.write(by).enforce()
    known = Directive.objects.filter(pk=directive_id).first() if directive_id else None
    if known is not None:
        return known
    directive = Directive(id=directive_id or new_id(), written_at=now(), written_by=by.user)
    _fill(directive, draft)
    directive.save(force_insert=True)
    audit.record("directive.written", on=directive)
    return directive


@transaction.atomic
def edit(*, by: Worker, directive: Directive, draft: Draft) -> Directive:
    """Change a draft."""
    directive = locked(directive.pk)
    policies.edit(by, directive).enforce()
    _fill(directive, draft)
    directive.written_at, directive.written_by = now(), by.user
    directive.save()
    audit.record("directive.edited", on=directive)
    return directive


def draft_of(directive: Directive) -> Draft:
    """What was written of a directive, to write it anew."""
    return Draft(
        kind=directive.kind,
        subject=directive.subject,
        text=directive.text,
        answer_kind=directive.answer_kind,
        question=directive.question,
        choices=tuple(directive.choices),
        lines=tuple(directive.lines),
        regions=tuple(directive.regions),
        partners=tuple(directive.partners),
        must_read=tuple(directive.must_read),
        due_on=directive.due_on,
    )


def _fill(directive: Directive, draft: Draft) -> None:
    for name, value in asdict(draft).items():
        setattr(directive, name, list(value) if isinstance(value, tuple) else value)
    directive.subject = " ".join(draft.subject.split())
    directive.text = draft.text.strip()[:TEXT]
    directive.must_read = sorted({COORDINATOR, *draft.must_read})
    if draft.kind != Directive.Kind.ANSWER:
        directive.answer_kind, directive.question, directive.choices = "", "", []
    elif draft.answer_kind != Directive.AnswerKind.CHOICE:
        directive.choices = []


@transaction.atomic
def attach(*, by: Worker, directive: Directive, name: str, blocks: Iterable[bytes]) -> DirectiveFile:
    """Let a file go with a draft."""
    directive = locked(directive.pk)
    policies.edit(by, directive).enforce()
    if directive.files.count() >= MOST_FILES:
        raise attachments.AttachmentRefused(_("A circular carries at most %(n)s files.") % {"n": MOST_FILES})
    row = DirectiveFile(id=new_id(), directive=directive, added_at=now())
    stored = attachments.store(blocks, name=name, subject=row.pk)
    row.name, row.content_type, row.size, row.digest = (
        stored.name, stored.content_type, stored.size, stored.digest,
    )  # fmt: skip
    row.stored_as, row.sealed_for, row.key_id, row.wrapped = (
        stored.stored_as, row.pk, stored.key_id, stored.wrapped,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record("directive.file_added", on=directive, file=row.pk, digest=stored.digest, size=stored.size)
    return row


@transaction.atomic
def remove_file(*, by: Worker, file: DirectiveFile) -> None:
    """Take a file away from a draft. The file itself goes when no version needs it."""
    directive = locked(file.directive_id)
    policies.edit(by, directive).enforce()
    stored_as = file.stored_as
    audit.record("directive.file_removed", on=directive, file=file.pk, digest=file.digest)
    file.delete()
    if not DirectiveFile.objects.filter(stored_as=stored_as).exists():
        transaction.on_commit(lambda: attachments.remove(stored_as))


@transaction.atomic
def throw_away(*, by: Worker, directive: Directive) -> None:
    """Forget a draft. A correction that is thrown away leaves what it would have corrected in force."""
    directive = locked(directive.pk)
    policies.throw_away(by, directive).enforce()
    for file in directive.files.all():
        remove_file(by=by, file=file)
    audit.record("directive.thrown_away", on=directive)
    _forget(directive)


def _forget(directive: Directive) -> None:
    """In plain SQL: Django would look for readings, in a table that the nation may not read."""
    with connection.cursor() as cursor:
        cursor.execute("delete from directives_directive where id = %s", [directive.pk])


@transaction.atomic
def issue(*, by: Worker, directive: Directive) -> Directive:
    """Send it to its partners under the next number of the year; a correction keeps its number."""
    directive = locked(directive.pk)
    policies.issue(by, directive).enforce()
    to = queries.addressed(
        editions.local_partnerships(),
        lines=directive.lines, regions=directive.regions, codes=directive.partners,
    )  # fmt: skip
    if not to:
        raise Refused(_("No partner is addressed: choose again."))
    if directive.due_on is not None and directive.due_on < today():
        raise Refused(_("The day it is due by has passed: choose a later one."))
    if directive.corrects is not None:
        _replace(by, directive.corrects)
    else:
        directive.year, directive.number = today().year, _next_number(today().year)
    directive.state, directive.issued_at, directive.issued_by = STATE.ISSUED, now(), by.user
    directive.save()
    Addressee.objects.bulk_create(Addressee(directive=directive, partner=partner) for partner in to)
    audit.record("directive.issued", on=directive, number=directive.code, partners=len(to))
    # The nation cannot read who works for a partner: a job, on each partner's behalf, tells its coordinators.
    app.configure_task("directives.tell_issued", allow_unknown=True).defer(directive_id=str(directive.pk))
    return directive


def _next_number(year: int) -> int:
    with (
        connection.cursor() as cursor
    ):  # two directors at once wait for each other, not for a unique violation
        cursor.execute("select pg_advisory_xact_lock(hashtext('directives.number'))")
    last = Directive.objects.filter(year=year).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _replace(by: Worker, former: Directive) -> None:
    former = locked(former.pk)
    if former.state not in {STATE.ISSUED, STATE.CLOSED}:
        raise Stale(_("What this corrects is no longer in force."))
    _end(former, by, STATE.REPLACED, "")


@transaction.atomic
def correct(*, by: Worker, directive: Directive) -> Directive:
    """Begin the next version, with the words and the files of this one, which holds until then."""
    directive = locked(directive.pk)
    has_correction = Directive.objects.filter(corrects=directive).exists()
    policies.correct(by, directive, has_correction=has_correction).enforce()
    again = Directive(
        year=directive.year, number=directive.number, version=directive.version + 1, corrects=directive,
        written_at=now(), written_by=by.user,
    )  # fmt: skip
    _fill(again, draft_of(directive))
    again.save(force_insert=True)
    for file in directive.files.all():
        file.pk, file.directive, file.added_at = new_id(), again, now()
        file.save(force_insert=True)
    audit.record("directive.correction_begun", on=again, corrects=directive.pk)
    return again


@transaction.atomic
def close(*, by: Worker, directive: Directive) -> Directive:
    """Ask no more: answers stay as they are, nobody is reminded."""
    directive = locked(directive.pk)
    policies.close(by, directive).enforce()
    return _end(directive, by, STATE.CLOSED, "")


@transaction.atomic
def reopen(*, by: Worker, directive: Directive) -> Directive:
    """Ask again what was closed."""
    directive = locked(directive.pk)
    policies.reopen(by, directive).enforce()
    directive.state, directive.ended_at, directive.ended_by = STATE.ISSUED, None, None
    directive.save(update_fields=["state", "ended_at", "ended_by"])
    audit.record("directive.reopened", on=directive)
    return directive


@transaction.atomic
def withdraw(*, by: Worker, directive: Directive, reason: str) -> Directive:
    """Say that it does not hold, and why. A change of the catalogue is taken back with it."""
    directive = locked(directive.pk)
    policies.withdraw(by, directive).enforce()
    if not reason.strip():
        raise Refused(_("Say why it is withdrawn: partners read it."))
    if directive.catalogue is not None:
        catalogue.undo_version(by=by, version=directive.catalogue)
    return _end(directive, by, STATE.WITHDRAWN, reason.strip()[:300])


def _end(directive: Directive, by: Worker, state: Directive.State, reason: str) -> Directive:
    if state not in Directive.NEXT[STATE(directive.state)]:
        raise Stale(_("This circular has changed meanwhile: load the page again."))
    directive.state, directive.ended_at, directive.ended_by = state, now(), by.user
    directive.end_reason = reason
    directive.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])
    audit.record(f"directive.{state}", on=directive)
    return directive


@transaction.atomic
def push_catalogue(*, by: Worker, version: CatalogueVersion, draft: Draft) -> Directive:
    """Push a change of the catalogue and issue the circular that tells it, in one act."""
    version = catalogue.push_version(by=by, version=version)
    directive = write(by=by, draft=draft)
    directive.catalogue = version
    directive.save(update_fields=["catalogue"])
    return issue(by=by, directive=directive)


def export_answers(*, by: Worker, directive: Directive, rows: int) -> None:
    """Write down that somebody took the answers away in a file."""
    policies.see_answers(by).enforce()
    audit.record("directive.answers_exported", on=directive, rows=rows)


def locked(directive_id: uuid.UUID) -> Directive:
    """The row as it is now, held until the transaction ends."""
    return Directive.objects.select_for_update(of=("self",)).get(pk=directive_id)
