# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who issues, revokes and takes certificates. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.recognition.models import Certificate


def issue(by: Worker) -> Verdict:
    """Say what a module gives, and issue its certificates."""
    if not by.may(Permission.CERTIFICATE_ISSUE):
        return no(_("Only the national direction issues certificates."))
    return yes


def revoke(by: Worker, certificate: Certificate) -> Verdict:
    """Say that a certificate stands no more."""
    if not certificate.is_valid:
        return no(_("This certificate was revoked."))
    return issue(by)


def reissue(by: Worker, certificate: Certificate, *, is_replaced: bool) -> Verdict:
    """Issue a revoked certificate anew, with the data as they are today."""
    if certificate.is_valid:
        return no(_("A certificate is revoked before it is issued anew."))
    if is_replaced:
        return no(_("It was issued anew already."))
    return issue(by)


def take_badge(by: Worker, certificate: Certificate) -> Verdict:
    """Take one's own certificate as an Open Badge: only its holder decides to."""
    if certificate.holder_id != by.user.pk:
        return no(_("Only whoever earned a certificate takes its badge."))
    if not certificate.is_valid:
        return no(_("This certificate was revoked."))
    return keep_credits(by)


def keep_credits(by: Worker) -> Verdict:
    """Keep one's own record of credits and hours."""
    if not by.may(Permission.CREDIT_KEEP):
        return no(_("Your role does not include a record of training."))
    return yes


def see_team(by: Worker) -> Verdict:
    """See the hours of the colleagues of one's partner."""
    if not by.may(Permission.TEAM_SEE):
        return no(_("Only the coordinator sees the hours of the team."))
    return yes
