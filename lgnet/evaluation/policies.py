# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who answers, reads results, takes the fund's form and writes questions. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.evaluation.models import Invitation, Survey
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def answer(by: Worker, invitation: Invitation) -> Verdict:
    """Answer a survey that one was asked for."""
    if invitation.colleague_id != by.user.pk:
        return no(_("Only whoever was asked answers."))
    if not invitation.survey.is_open(today()):
        return no(_("This survey is closed."))
    if invitation.answered:
        return no(_("You have answered already: thank you. An answer counts once."))
    return yes


def read_results(by: Worker) -> Verdict:
    """Read what surveys told: of one's partner and the network as a whole, or of all partners."""
    if by.permissions & {Permission.TRAINING_FOLLOW, Permission.TRAINING_APPROVE}:
        return yes
    return no(_("Results are read by the coordinator and by those who follow the programme."))


def read_survey(by: Worker, survey: Survey) -> Verdict:
    """Read the results of one survey: once it is closed, so that no answer can be told from what changes."""
    if survey.closed_on is None:
        return no(_("Results are told when the survey is closed: day by day they would give answers away."))
    return read_results(by)


def take_form(by: Worker) -> Verdict:
    """See and take away the fund's form on operators, with names: the direction all, a coordinator the own ones."""
    if by.permissions & {Permission.TRAINING_MANAGE, Permission.TRAINING_APPROVE}:
        return yes
    return no(_("The form on operators is prepared by the national direction and the coordinators."))


def write_questions(by: Worker) -> Verdict:
    """Write the next version of the questions."""
    if not by.may(Permission.TRAINING_MANAGE):
        return no(_("Only the national direction writes the questions."))
    return yes


def propose(by: Worker) -> Verdict:
    """See which training the data of one's own partner propose."""
    if not by.may(Permission.TRAINING_ATTEND):
        return no(_("The training is for the workers of the partners."))
    return yes
