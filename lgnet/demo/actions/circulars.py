# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The circulars of the demo: a year of them, read and answered by most, and what is open today."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from django.db import transaction

from lgnet.catalogue import actions as catalogue
from lgnet.catalogue.models import CatalogueChange
from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.demo.circulars import CATALOGUE, FORM, OPEN, PAST, QUESTION, Told
from lgnet.directives import actions as directives
from lgnet.directives.models import Addressee, Directive, Reading
from lgnet.network.worker import Worker

COLUMNS = (
    (
        "add",
        "FOR11",
        "Corso di italiano, livelli A1 e A2",
        "Italian course, levels A1 and A2",
        "O.2.3.1 R.2.8",
    ),
    (
        "add",
        "FOR12",
        "Corso di italiano, livelli B1 e B2",
        "Italian course, levels B1 and B2",
        "O.2.3.1 R.2.8",
    ),
    ("reword", "FOR02", "Educazione civica e orientamento", "Civic education and orientation", "O.2.3.2"),
)


@transaction.atomic
def write_circulars(*, by: Worker, coordinators: Sequence[Worker], seed: int) -> None:
    """Write the circulars of a year, then those that are open today by the same actions as everybody's."""
    random, numbers = Random(seed), dict[int, int]()
    for told in PAST:
        _past(by, told, numbers, coordinators, random)
    _past(by, QUESTION, numbers, coordinators, random)
    with acting_as(by.actor()):
        fresh = directives.write(by=by, draft=_draft(OPEN))
        directives.attach(by=by, directive=fresh, name="modulo-turni-festivita.csv", blocks=[FORM])
        directives.issue(by=by, directive=fresh)
        _change_of_the_catalogue(by)
        directives.write(
            by=by,
            draft=directives.Draft("know", "Incontro di rete di primavera", "Programma in preparazione."),
        )


def _draft(told: Told) -> directives.Draft:
    return directives.Draft(
        kind=told.kind,
        subject=told.subject,
        text=told.text,
        answer_kind=told.answer_kind,
        question=told.question,
        choices=told.choices,
        due_on=today() + dt.timedelta(days=told.due),
    )


def _past(
    by: Worker, told: Told, numbers: dict[int, int], coordinators: Sequence[Worker], random: Random
) -> None:
    issued_at = now() - dt.timedelta(days=told.days_ago)
    year = issued_at.astimezone(ROME).year
    numbers[year] = numbers.get(year, 0) + 1
    is_over = told.days_ago > 45
    directive = Directive.objects.create(
        year=year, number=numbers[year], kind=told.kind, subject=told.subject, text=told.text,
        answer_kind=told.answer_kind, question=told.question, choices=list(told.choices),
        due_on=issued_at.astimezone(ROME).date() + dt.timedelta(days=told.due),
        state=Directive.State.CLOSED if is_over else Directive.State.ISSUED,
        written_at=issued_at, written_by=by.user, issued_at=issued_at, issued_by=by.user,
        ended_at=issued_at + dt.timedelta(days=40) if is_over else None, ended_by=by.user if is_over else None,
    )  # fmt: skip
    addressees, readings = [], []
    for worker in coordinators:
        addressee = Addressee(directive=directive, partner_id=worker.partner_id)
        addressees.append(addressee)
        if random.random() > told.share:
            continue
        at = min(issued_at + dt.timedelta(hours=random.randint(2, 24 * 6)), now())
        readings.append(
            Reading(
                directive=directive,
                partner_id=worker.partner_id,
                reader_id=worker.user.pk,
                read_at=at,
                noted_at=at,
            )
        )
        addressee.acknowledged_at, addressee.acknowledged_by_id = at, worker.user.pk
        if told.kind == Directive.Kind.ANSWER and random.random() < 0.8:
            addressee.answered_at, addressee.answered_by_id = at, worker.user.pk
            addressee.answer_number = Decimal(random.randint(0, 14)) if told.answer_kind == "number" else None
            addressee.answer_choice = random.choice(told.choices) if told.choices else ""
    Addressee.objects.bulk_create(addressees)
    Reading.objects.bulk_create(readings)


def _change_of_the_catalogue(by: Worker) -> None:
    version = catalogue.prepare_version(
        by=by, title="corsi di italiano per livello", valid_from=today() + dt.timedelta(days=37)
    )
    for kind, code, italian, english, counts_for in COLUMNS:
        change = CatalogueChange(
            kind=kind, code=code, label_it=italian, label_en=english, counts_for=counts_for
        )
        change.area = "training"
        catalogue.write_change(by=by, version=version, change=change)
    gone = CatalogueChange(kind="retire", code="FOR01", successors=["FOR11", "FOR12"])
    catalogue.write_change(by=by, version=version, change=gone)
    text = CATALOGUE.format(day=f"{version.valid_from:%d/%m/%Y}")
    draft = directives.Draft(
        "acknowledge", f"Catalogo comune: {version.title}", text, due_on=version.valid_from
    )
    directives.push_catalogue(by=by, version=version, draft=draft)
