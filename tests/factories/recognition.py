# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Modules that were completed, certificates and badges of the tests, made by the actions themselves."""

import datetime as dt
from decimal import Decimal
from typing import Any

import time_machine

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.recognition import actions
from lgnet.recognition.actions import Entry, Terms
from lgnet.recognition.models import Badge, Certificate, OutsideCourse, Scheme
from lgnet.training.actions import keep_list
from lgnet.training.models import Module
from tests.factories.training import a_module, a_place, at, sessions_of
from tests.world import World

PROOF = b"%PDF-1.7\n% a certificate of somebody else\n"


def a_completed_module(
    world: World, *people: Worker, code: str = "M1", minutes: int = 180, **more: Any
) -> Module:
    """A module of one morning, a month ago, that these people attended."""
    with time_machine.travel(at(-30, 9), tick=False):
        given: dict[str, Any] = {"title": "La presa in carico", "needs_approval": False, **more}
        module = a_module(world.ugo, days=7, trainers=(world.paola.user.pk,), code=code, **given)
        places = [a_place(one, module) for one in people]
    with time_machine.travel(at(-20, 9), tick=False), acting_as(world.paola.actor()):
        for session in sessions_of(module):
            keep_list(by=world.paola, session=session, marks={place.pk: minutes for place in places})
    return module


def cnoas() -> Scheme:
    """The rules of social workers from 2026."""
    return Scheme.objects.get(code="cnoas", starts_on=dt.date(2026, 1, 1))


def terms(**more: Any) -> Terms:
    """Who signs; more is what the module gives."""
    return Terms("Elena Moretti", "Responsabile della formazione", **more)


def credited(**more: Any) -> Terms:
    """Three credits, one of them on deontology, accredited well before."""
    return terms(
        scheme=cnoas(), credits=Decimal(3), special_credits=Decimal(1), accreditation="ID 12345",
        accredited_on=dt.date(2025, 1, 7), **more,
    )  # fmt: skip


def issued(world: World, module: Module, given: Terms | None = None) -> list[Certificate]:
    """The certificates of a module, by name of holder."""
    with acting_as(world.ugo.actor()):
        actions.set_award(by=world.ugo, module=module, terms=given or terms())
        actions.issue(by=world.ugo, module=module)
        rows = Certificate.objects.filter(module=module, revoked_at=None).select_related(
            "scheme", "holder", "module"
        )
        return list(rows.order_by("holder_name"))


def a_certificate(world: World, holder: Worker | None = None, **more: Any) -> Certificate:
    """Anna's certificate (or somebody else's) of a module of three hours with three credits."""
    who = holder or world.anna
    module = a_completed_module(world, who, **more)
    with acting_as(world.ugo.actor()):
        given = credited()
    return issued(world, module, given)[0]


def revoked(world: World, certificate: Certificate, reason: str = "wrong") -> Certificate:
    """A certificate that stands no more."""
    with acting_as(world.ugo.actor()):
        return actions.revoke(by=world.ugo, certificate=certificate, reason=reason, note="Nome sbagliato")


def a_badge(holder: Worker, certificate: Certificate) -> Badge:
    """The badge that the holder takes."""
    with acting_as(holder.actor()):
        return actions.take_badge(by=holder, certificate=certificate)


def an_outside_course(by: Worker, **more: Any) -> OutsideCourse:
    """A course of eight hours elsewhere; who enters it acts."""
    given: dict[str, Any] = {
        "title": "Etica della cura", "body": "Ordine regionale", "ended_on": dt.date(2026, 3, 4), "hours": Decimal(8),
    }  # fmt: skip
    return actions.enter_course(by=by, entry=Entry(**(given | more)))


def the_whole_story(world: World) -> None:
    """A certificate, its badge, a course elsewhere with its proof."""
    a_badge(world.anna, a_certificate(world, code="R1"))
    with acting_as(world.anna.actor()):
        course = an_outside_course(world.anna)
        actions.attach_proof(by=world.anna, course=course, name="prova.pdf", blocks=[PROOF])
