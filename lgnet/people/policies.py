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
from lgnet.people.queries import counted_with


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


def count_once(by: Worker, person: Person, other: Person) -> Verdict:
    """Say that two files are of one person, so that the network counts one."""
    allowed = correct_identity(by, person)
    if not allowed or person.pk == other.pk:
        return allowed and no(_("This is one file."))
    allowed = correct_identity(by, other)
    if not allowed:
        return allowed
    if (person.same_as_id or person.pk) == (other.same_as_id or other.pk):
        return no(_("These files count as one person already."))
    strong = not (person.pseudonym_is_weak or other.pseudonym_is_weak)
    if strong and bytes(person.pseudonym or b"") != bytes(other.pseudonym or b""):
        return no(
            _("Each file has a tax code, and they differ: correct the wrong one, or they are two people.")
        )
    if counted_with(person) and counted_with(other):
        return no(_("Both files count together with others already: take one of them out first."))
    return yes


def count_apart(by: Worker, person: Person) -> Verdict:
    """Take back that a file is of the same person as another."""
    if person.same_as_id is None:
        return no(_("This file counts by itself."))
    return register(by)


def add_guardian(by: Worker, person: Person) -> Verdict:
    """Name who answers for a minor."""
    if not is_minor(person.birth_date, person.birth_precision, today()):
        return no(_("A guardian is for minors: this person is of age, or the birth date is not known."))
    return correct_identity(by, person)
