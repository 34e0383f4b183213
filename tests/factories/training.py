# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Modules, sessions and classes of the tests, made by the actions themselves; each caller says who acts."""

import datetime as dt
from typing import Any

import time_machine

from lgnet.core.clock import ROME, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.training import weblog
from lgnet.training.actions import (
    Content,
    ModuleDraft,
    SessionDraft,
    add_material,
    enrol,
    plan_module,
    plan_programme,
    plan_session,
    publish,
    read_log,
    tell_partner,
)
from lgnet.training.models import Enrolment, Material, Module, Programme, Session


def at(days: int, hour: int, minute: int = 0) -> dt.datetime:
    """An hour of a day from today, in Rome."""
    return dt.datetime.combine(today() + dt.timedelta(days=days), dt.time(hour, minute), ROME)


def a_programme(by: Worker) -> Programme:
    """The programme of the edition; the direction acts."""
    return plan_programme(by=by, title="Programma formativo", aims="Servizi integrati")


def a_module_draft(**more: Any) -> ModuleDraft:
    """Thirty places, to approve, enrolment open for five days."""
    given: dict[str, Any] = {
        "code": "M1", "title": "La presa in carico", "area": "reception", "places": 30,
        "enrol_until": today() + dt.timedelta(days=5),
    }  # fmt: skip
    return ModuleDraft(**(given | more))


def a_session_draft(days: int = 10, **more: Any) -> SessionDraft:
    """A morning in presence, three hours."""
    given: dict[str, Any] = {
        "title": "Primo incontro", "mode": "presence", "starts_at": at(days, 9), "ends_at": at(days, 12),
        "room": "Sala Conferenze", "address": "Via dei Prefetti 46, Roma",
    }  # fmt: skip
    return SessionDraft(**(given | more))


def a_module(
    by: Worker, *, sessions: int = 1, days: int = 10, trainers: tuple[Any, ...] = (), **more: Any
) -> Module:
    """A published module with sessions on following days; the direction acts inside."""
    with acting_as(by.actor()):
        programme = Programme.objects.first() or a_programme(by)
        module = plan_module(by=by, programme=programme, draft=a_module_draft(**more))
        for n in range(sessions):
            draft = a_session_draft(days + n, title=f"Incontro {n + 1}", trainers=trainers)
            plan_session(by=by, module=module, draft=draft)
        return publish(by=by, module=module)


def a_place(by: Worker, module: Module) -> Enrolment:
    """Somebody enrols themselves; they act inside."""
    with acting_as(by.actor()):
        return enrol(by=by, module=module)


def sessions_of(module: Module) -> list[Session]:
    """The sessions of a module by day, for who acts."""
    return list(Session.objects.filter(module=module).select_related("module").order_by("starts_at"))


WEBM = b"\x1a\x45\xdf\xa3 a film"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nBuongiorno a tutte e a tutti\n"
LOG = "E-mail;Join time;Leave time\nanna@example.org;09:00;12:00\nnobody@example.org;09:00;12:00\n"


def a_video(by: Worker, module: Module) -> Material:
    """A film with captions and transcript; who adds it acts."""
    content = Content(
        name="lezione.webm", blocks=[WEBM], captions=CAPTIONS, transcript="Buongiorno a tutte e a tutti"
    )
    return add_material(by=by, module=module, kind="video", title="La lezione", content=content)


def the_whole_story(nation: Worker, coordinator: Worker) -> None:
    """Two modules, one after the other, with a class, letters, a log of a webinar, attendance and a film."""
    module = a_module(nation, sessions=2, trainers=(coordinator.user.pk,))
    with acting_as(nation.actor()):
        second = plan_module(
            by=nation, programme=module.programme, draft=a_module_draft(code="M2", requires=(module.pk,))
        )
        assert second.state == "draft"
        a_video(nation, module)
    enrolment = a_place(coordinator, module)
    with acting_as(Actor(DbRole.WORKER, coordinator.partner_id)):
        tell_partner(address="http://127.0.0.1")
    with acting_as(coordinator.actor()):
        session = sessions_of(module)[0]
    with time_machine.travel(session.starts_at, tick=False), acting_as(coordinator.actor()):
        content = LOG.replace("anna@", "dario@").encode()
        found = weblog.read(
            content, name="log.csv", session=session, people={coordinator.user.email: enrolment.pk}
        )
        read_log(
            by=coordinator, session=session, name="log.csv", content=content, stays=found.stays,
            lines=found.lines, taken=found.taken, errors=found.errors,
        )  # fmt: skip
