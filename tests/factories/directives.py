# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Directives of the tests, written and issued by the actions themselves; the direction acts."""

import datetime as dt
from typing import Any

from lgnet.catalogue import actions as catalogue
from lgnet.catalogue.models import CatalogueChange, CatalogueVersion
from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.directives.actions import Draft, attach, issue, note, remind_partner, write
from lgnet.directives.models import Directive
from lgnet.network.worker import Worker

PDF = b"%PDF-1.7\n% a circular\n"


def a_draft(by: Worker, subject: str = "Orari di agosto", **more: Any) -> Directive:
    """A circular to acknowledge, not issued yet."""
    given = {"kind": "acknowledge", "text": "Gentili colleghe e colleghi,\n\n- primo\n- secondo", **more}
    return write(by=by, draft=Draft(subject=subject, **given))


def issued(by: Worker, subject: str = "Orari di agosto", **more: Any) -> Directive:
    """A circular to all partners, by default due in ten days."""
    more.setdefault("due_on", today() + dt.timedelta(days=10))
    return issue(by=by, directive=a_draft(by, subject, **more))


def a_question(by: Worker, *choices: str, **more: Any) -> Directive:
    """A question to all partners: one of some choices, or a number where there are none."""
    kind = "choice" if choices else "number"
    return issued(
        by, "Posti letto", kind="answer", answer_kind=kind, question="Quanti?", choices=choices, **more
    )


def a_version(by: Worker, *changes: CatalogueChange, days: int = 7) -> CatalogueVersion:
    """A change of the catalogue that is being prepared."""
    version = catalogue.prepare_version(
        by=by, title="Corsi di lingua", valid_from=today() + dt.timedelta(days=days)
    )
    for change in changes:
        catalogue.write_change(by=by, version=version, change=change)
    return version


def added(code: str, label: str = "Corso di lingua A1", counts_for: str = "O.2.3.1") -> CatalogueChange:
    """A new code."""
    return CatalogueChange(
        kind="add", code=code, label_it=label, label_en=label, area="training", counts_for=counts_for
    )


def reworded(code: str, label: str, counts_for: str = "O.2.3") -> CatalogueChange:
    """Other words for a code."""
    return CatalogueChange(kind="reword", code=code, label_it=label, label_en=label, counts_for=counts_for)


def retired(code: str, *heirs: str) -> CatalogueChange:
    """A code that goes, and who takes its place."""
    return CatalogueChange(kind="retire", code=code, successors=list(heirs))


def the_whole_story(nation: Worker, coordinator: Worker) -> None:
    """A circular with a file, read and acknowledged and reminded of, and a change of the catalogue."""
    with acting_as(nation.actor()):
        draft = a_draft(nation, due_on=today() + dt.timedelta(days=3))
        attach(by=nation, directive=draft, name="modulo.pdf", blocks=[PDF])
        directive = issue(by=nation, directive=draft)
        issued(nation, "Altra", due_on=today() + dt.timedelta(days=3))
        a_version(nation, added("FOR11"))
    with acting_as(coordinator.actor()):
        note(by=coordinator, directive=directive)
    with acting_as(Actor(DbRole.WORKER, coordinator.partner_id)):
        remind_partner(day=today())
