# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a person's data. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.people.partial_date import is_minor


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
restore_identifier = correct_identity
add_channel = correct_identity
withdraw_channel = correct_identity
restore_channel = correct_identity
record_stay = correct_identity
join_household = correct_identity
leave_household = correct_identity
deliver_notice = correct_identity


def add_guardian(by: Worker, person: Person) -> Verdict:
    """Name who answers for a minor."""
    if not is_minor(person.birth_date, person.birth_precision, today()):
        return no(_("A guardian is for minors: this person is of age, or the birth date is not known."))
    return correct_identity(by, person)
