# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a person's data. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person


def register(by: Worker) -> Verdict:
    """Register a person."""
    if not by.may(Permission.PERSON_REGISTER):
        return no(_("Your role does not register people."))
    return yes


def see(by: Worker) -> Verdict:
    """Open people's files."""
    if not by.may(Permission.PERSON_SEE):
        return no(_("Your role does not open people's files."))
    return yes


def correct_identity(by: Worker, person: Person) -> Verdict:
    """Change what is recorded about a person."""
    if person.key.wrapped is None:
        return no(_("This person's data were erased: nothing can be added."))
    return register(by)


add_identifier = correct_identity
withdraw_identifier = correct_identity
add_channel = correct_identity
withdraw_channel = correct_identity
record_stay = correct_identity
join_household = correct_identity
leave_household = correct_identity
add_guardian = correct_identity
deliver_notice = correct_identity
