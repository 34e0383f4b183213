# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may open, screen and take in charge."""

from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Intake, NextStep
from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def open_intake(by: Worker) -> Verdict:
    """Whoever registers people says that somebody came."""
    if not by.may(Permission.PERSON_REGISTER):
        return no(_("Your role does not include receiving people: ask the front desk."))
    return yes


def screen(by: Worker, intake: Intake) -> Verdict:
    """Until the person is taken in charge, or the intake has ended."""
    if not by.may(Permission.INTAKE_SCREEN):
        return no(_("Your role does not include the screening: ask the front desk or a case manager."))
    if intake.taken_at is not None:
        return no(_("This person is already in charge: what has changed goes into the case."))
    if intake.next_step == NextStep.NOTHING:
        return no(_("This intake has ended: if the person is back, open a new one."))
    return yes


def take_in_charge(by: Worker, intake: Intake) -> Verdict:
    """After a screening that says so."""
    if not by.may(Permission.CASE_OPEN):
        return no(_("Your role does not include taking in charge: ask a case manager or the coordinator."))
    if intake.taken_at is not None:
        return no(_("This person is already in charge."))
    if intake.screened_at is None:
        return no(_("The screening comes first."))
    if intake.outcome != Intake.Outcome.TAKE_IN_CHARGE:
        return no(
            _("The screening ended without taking in charge: if the person is back, open a new intake.")
        )
    return yes


def set_standard(by: Worker, *, hours: int, network_hours: int) -> Verdict:
    """A partner tightens the network's standards, it does not loosen them."""
    if not by.may(Permission.CASE_ASSIGN):
        return no(_("Only the coordinator sets the times of the clock."))
    if hours < 1:
        return no(_("A time of less than an hour cannot be kept."))
    if hours > network_hours:
        return no(
            _("The network's time is %(hours)s hours: yours can be shorter, not longer.")
            % {"hours": network_hours}
        )
    return yes
