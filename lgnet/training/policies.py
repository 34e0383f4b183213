# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what in the training. Names are those of the actions."""

import datetime as dt
from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import DbRole
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.training.models import Enrolment, Material, Module, Session

DOORS = dt.timedelta(minutes=30)  # before the beginning and after the end
OPEN, DRAFT = Module.State.OPEN, Module.State.DRAFT


def is_nation(by: Worker) -> bool:
    """Whether somebody works for the whole network rather than for a partner."""
    return by.role.db_role == DbRole.NATIONAL


def see(by: Worker) -> Verdict:
    """Read the programme."""
    if by.permissions & {Permission.TRAINING_ATTEND, Permission.TRAINING_FOLLOW}:
        return yes
    return no(_("Your role does not include the training."))


def plan(by: Worker) -> Verdict:
    """Plan programmes, modules and sessions at all."""
    if not by.may(Permission.TRAINING_MANAGE):
        return no(_("Only the national direction plans the training."))
    return yes


def edit(by: Worker, module: Module) -> Verdict:
    """Change a module, its sessions and its trainers."""
    if module.state == Module.State.CALLED_OFF:
        return no(_("This module was called off."))
    return plan(by)


def publish(by: Worker, module: Module, *, sessions: int) -> Verdict:
    """Let everybody see it and enrol."""
    if module.state != DRAFT:
        return no(_("This module is published already."))
    if sessions == 0:
        return no(_("Plan at least one session first."))
    return plan(by)


def throw_away(by: Worker, module: Module) -> Verdict:
    """Forget a draft."""
    if module.state != DRAFT:
        return no(_("What was published is called off, never thrown away."))
    return plan(by)


def call_off(by: Worker, module: Module) -> Verdict:
    """Say that a published module does not take place."""
    if module.state != OPEN:
        return no(_("Only a published module is called off."))
    return plan(by)


def change_session(by: Worker, session: Session) -> Verdict:
    """Move it, give it another room, other trainers."""
    if session.is_called_off:
        return no(_("This session was called off."))
    if session.ends_at <= now():
        return no(_("This session is over: its day and place stay as they were."))
    return edit(by, session.module)


call_off_session = change_session


def enrol(
    by: Worker, module: Module, *, missing: Collection[Module] = (), first: dt.datetime | None = None
) -> Verdict:
    """Enrol oneself. `missing`: modules to complete before. `first`: when the first session begins."""
    if is_nation(by) or not by.may(Permission.TRAINING_ATTEND):
        return no(_("The training is for the workers of the partners."))
    if module.state == Module.State.CALLED_OFF:
        return no(_("This module was called off."))
    if module.state != OPEN:
        return no(_("This module is not open to enrolment yet."))
    if module.enrol_until < today() or (first is not None and first <= now()):
        return no(_("Enrolment in this module is closed."))
    if missing:
        names = ", ".join(one.code for one in missing)
        return no(_("Complete this first: %(modules)s.") % {"modules": names})
    return yes


def approve_at_all(by: Worker) -> Verdict:
    """Decide on the requests of the partner's colleagues, and enrol them."""
    if not by.may(Permission.TRAINING_APPROVE):
        return no(_("The local coordinator decides who takes part."))
    return yes


def approve(by: Worker, enrolment: Enrolment) -> Verdict:
    """Say that a colleague may take part."""
    if not enrolment.is_standing:
        return no(_("This enrolment has ended."))
    if enrolment.approved_at is not None:
        return no(_("This enrolment is approved already."))
    if enrolment.partner_id != by.partner_id:
        return no(_("Only the coordinator of their partner decides."))
    return approve_at_all(by)


decline = approve


def withdraw(by: Worker, enrolment: Enrolment, *, last: dt.datetime | None = None) -> Verdict:
    """Give the place back, or leave the waiting list. `last`: when the module ends."""
    if not enrolment.is_standing:
        return no(_("This enrolment has ended."))
    if last is not None and last <= now():
        return no(_("This module is over."))
    if enrolment.colleague_id == by.user.pk:
        return yes
    if enrolment.partner_id == by.partner_id and by.may(Permission.TRAINING_APPROVE):
        return yes
    return no(_("Only who is enrolled, or their coordinator, gives the place back."))


def teach(by: Worker, trainers: Collection[object]) -> Verdict:
    """Keep the register of a session and show its code; `trainers` are ids of colleagues."""
    if by.user.pk in trainers or by.may(Permission.TRAINING_MANAGE):
        return yes
    return no(_("Only the trainers of this session keep its register."))


def keep_register(by: Worker, session: Session, trainers: Collection[object]) -> Verdict:
    """Write down who was there: from half an hour before the session."""
    if session.is_called_off:
        return no(_("This session was called off."))
    if now() < session.starts_at - DOORS:
        return no(_("The register opens half an hour before the session."))
    return teach(by, trainers)


def show_code(by: Worker, session: Session, trainers: Collection[object]) -> Verdict:
    """Show the code in the room, until half an hour after the end."""
    if now() > session.ends_at + DOORS:
        return no(_("This session is over: write the attendance on the list."))
    return keep_register(by, session, trainers)


def check_in(by: Worker, session: Session, enrolment: Enrolment | None) -> Verdict:
    """Say that one is there, or leaves."""
    if enrolment is None or enrolment.state != Enrolment.State.SEATED:
        return no(_("You have no place in this module: speak to the trainer."))
    if enrolment.approved_at is None:
        return no(_("Your coordinator has not approved your enrolment yet: speak to the trainer."))
    if session.is_called_off:
        return no(_("This session was called off."))
    if not session.starts_at - DOORS <= now() <= session.ends_at + DOORS:
        return no(_("The code is taken from half an hour before the session to half an hour after it."))
    return see(by)


def make_up(by: Worker, session: Session, trainers: Collection[object]) -> Verdict:
    """Write down that somebody made up for a session."""
    if session.is_called_off or session.ends_at > now():
        return no(_("Only a session that is over is made up for."))
    return teach(by, trainers)


def add_material(by: Worker, module: Module, trainers: Collection[object]) -> Verdict:
    """Add materials and new versions of them; `trainers` are those of all sessions of the module."""
    if module.state == Module.State.CALLED_OFF:
        return no(_("This module was called off."))
    if by.user.pk in trainers or by.may(Permission.TRAINING_MANAGE):
        return yes
    return no(_("Only the trainers of the module add materials."))


def take_back(by: Worker, material: Material, trainers: Collection[object]) -> Verdict:
    """Show a material no more."""
    if material.taken_back_at is not None:
        return no(_("This material is not shown any more."))
    return add_material(by, material.module, trainers)


def follow(by: Worker) -> Verdict:
    """See the whole network: places, waiting lists, partners that are missing, attendance in numbers."""
    if not by.may(Permission.TRAINING_FOLLOW):
        return no(_("Only the nation follows the training of all partners."))
    return yes


def see_class(by: Worker, trainers: Collection[object]) -> Verdict:
    """See by name who takes part from all partners: for the register and the certificates."""
    if by.may(Permission.TRAINING_MANAGE) or by.user.pk in trainers:
        return yes
    return no(_("Only the trainers and the national direction see everybody by name."))
