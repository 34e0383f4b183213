# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One module: its sessions, one's place in it, one's colleagues, the class, its materials."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.models import Enrolment, Material, Module, Session, Teaching
from lgnet.training.pages.programme import free_places, stage_of
from lgnet.training.queries import enrolment as enrolments
from lgnet.training.queries import programme as programmes
from lgnet.training.queries.completion import Completion, Meeting, completions
from lgnet.training.queries.network import PartnerNumbers, by_partner, percent_so_far
from lgnet.training.queries.programme import NONE, Seats

LOOKS = {
    "draft": "draft", "open": "open", "closed": "closed", "running": "active", "over": "ended",
    "called_off": "blocked",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session, who teaches it, one's own attendance."""

    session: Session
    trainers: Sequence[Colleague]
    mine: Meeting | None
    is_mine_to_teach: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One's place in a module, or one's turn."""

    enrolment: Enrolment
    ahead: int
    may_withdraw: Verdict
    completion: Completion | None


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who takes part, as their coordinator, their trainer or the direction sees them."""

    enrolment: Enrolment
    completion: Completion | None
    may_approve: Verdict
    may_withdraw: Verdict


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with the module now."""

    edit: Verdict
    publish: Verdict
    throw_away: Verdict
    call_off: Verdict
    enrol: Verdict
    approve: Verdict
    material: Verdict
    see_class: Verdict


@dataclass(frozen=True, slots=True)
class ModulePage:
    """Everything about a module that somebody may see."""

    module: Module
    stage: str
    look: str
    seats: Seats
    free: int
    hours: str
    requires: Sequence[Module]
    sessions: Sequence[SessionRow]
    place: Place | None
    people: Sequence[Row]
    people_title: str
    partners: Sequence[PartnerNumbers]
    percent: int | None
    materials: Sequence[Material]
    may: May
    colleagues_form: Form | None
    call_off_form: Form | None


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page, those that came back among them."""

    colleagues: Form
    call_off: Form


@dataclass(frozen=True, slots=True)
class DeclinePage:
    """A request and the form to decline it."""

    enrolment: Enrolment
    form: Form


def module_page(by: Worker, module: Module, forms: Forms) -> ModulePage:
    """At most twenty queries, however many people take part."""
    sessions = list(programmes.sessions_of(module))
    held = [one for one in sessions if not one.is_called_off]
    teachings = _teachings(module)
    trainers = {row.trainer_id for row in teachings}
    seats = programmes.seats([module.pk]).get(module.pk, NONE)
    may = _may(by, module, trainers, sessions)
    found = completions(module=module)
    own = next((one for one in found if one.colleague.pk == by.user.pk), None)
    nation = policies.is_nation(by)
    names = bool(may.see_class or may.approve)
    return ModulePage(
        module=module,
        stage=stage_of(module, held),
        look=LOOKS[stage_of(module, held)],
        seats=seats,
        free=free_places(module, held, seats),
        hours=in_hours(sum(one.planned_minutes for one in held)),
        requires=programmes.required_by(module),
        sessions=[_row(by, one, teachings, own) for one in sessions],
        place=_place(by, module, held, own),
        people=_people(by, module, found, held) if names else [],
        people_title=_("Everybody who takes part") if may.see_class else _("Your colleagues"),
        partners=by_partner(module, found) if nation else [],
        percent=percent_so_far(found) if nation else None,
        materials=list(_materials(module)),
        may=may,
        colleagues_form=forms.colleagues if may.approve and stage_of(module, held) == "open" else None,
        call_off_form=forms.call_off if may.call_off else None,
    )


def in_hours(minutes: int) -> str:
    """Minutes as hours are said: 3 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("%(h)s h") % {"h": hours}
    return _("%(h)s h %(m)s min") % {"h": hours, "m": rest} if hours else _("%(m)s min") % {"m": rest}


def _teachings(module: Module) -> list[Teaching]:
    rows = Teaching.objects.filter(session__module=module).select_related("trainer")
    return list(rows.order_by("trainer__name"))


def _may(by: Worker, module: Module, trainers: set[uuid.UUID], sessions: Sequence[Session]) -> May:
    held = [one.starts_at for one in sessions if not one.is_called_off]
    missing = [] if policies.is_nation(by) else enrolments.missing_for(by.user.pk, module)
    return May(
        edit=policies.edit(by, module),
        publish=policies.publish(by, module, sessions=len(sessions)),
        throw_away=policies.throw_away(by, module),
        call_off=policies.call_off(by, module),
        enrol=policies.enrol(by, module, missing=missing, first=min(held, default=None)),
        approve=policies.approve_at_all(by),
        material=policies.add_material(by, module, trainers),
        see_class=policies.see_class(by, trainers),
    )


def _row(by: Worker, session: Session, teachings: Sequence[Teaching], own: Completion | None) -> SessionRow:
    trainers = [row.trainer for row in teachings if row.session_id == session.pk]
    mine = next((one for one in own.meetings if one.session.pk == session.pk), None) if own else None
    return SessionRow(
        session, trainers, mine, is_mine_to_teach=bool(policies.teach(by, [one.pk for one in trainers]))
    )


def _place(by: Worker, module: Module, held: Sequence[Session], own: Completion | None) -> Place | None:
    enrolment = own.enrolment if own else enrolments.standing_of(by.user.pk, module)
    if enrolment is None:
        return None
    waits = enrolment.state == Enrolment.State.WAITING
    last = max((one.ends_at for one in held), default=None)
    return Place(
        enrolment,
        ahead=programmes.ahead_of(enrolment) if waits else 0,
        may_withdraw=policies.withdraw(by, enrolment, last=last),
        completion=own,
    )


def _people(by: Worker, module: Module, found: Sequence[Completion], held: Sequence[Session]) -> list[Row]:
    going = {one.enrolment.pk: one for one in found}
    last = max((one.ends_at for one in held), default=None)
    return [
        Row(
            row,
            going.get(row.pk),
            may_approve=policies.approve(by, row),
            may_withdraw=policies.withdraw(by, row, last=last),
        )
        for row in enrolments.class_of(module)
    ]


def _materials(module: Module) -> Sequence[Material]:
    rows = Material.objects.filter(module=module, taken_back_at=None).select_related("session")
    return list(rows.prefetch_related("versions").order_by("added_at", "id"))
