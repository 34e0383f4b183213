# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may record a contact and tie it to a person, and if not, why. Same names as the actions they guard."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.models import Person


def record_contact(by: Worker) -> Verdict:
    """Write down a contact."""
    if not by.may(Permission.CONTACT_RECORD):
        return no(_("Your role does not include writing down contacts."))
    return yes


def see_contact(by: Worker) -> Verdict:
    """Read contacts: whoever writes them, because recognising somebody is half of the work."""
    if not by.may(Permission.CONTACT_RECORD):
        return no(_("Your role does not include reading contacts."))
    return yes


def correct_area(by: Worker, contact: Contact) -> Verdict:
    """Say later, or correct, where a contact was."""
    if not by.may(Permission.CONTACT_RECORD):
        return no(_("Your role does not include writing down contacts."))
    return yes


def tie_contact(by: Worker, contact: Contact, person: Person | None = None) -> Verdict:
    """Say who the person met was. Without `person`: whether it can be said at all."""
    if not by.may(Permission.PERSON_REGISTER):
        return no(_("Your role does not include registering people."))
    if contact.person_id is not None and (person is None or contact.person_id != person.pk):
        return no(_("This contact is tied to a person already: untie it first."))
    if person is not None and person.key.wrapped is None:
        return no(_("This person's data were erased: nothing can be added."))
    return yes


def untie_contact(by: Worker, contact: Contact) -> Verdict:
    """Take back a tie that was a slip."""
    if not by.may(Permission.PERSON_REGISTER):
        return no(_("Your role does not include registering people."))
    if contact.person_id is None:
        return no(_("This contact is not tied to anybody."))
    return yes
