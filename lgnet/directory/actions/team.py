# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner says how the public reaches its team; what it says holds for everybody at once."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.directory import policies
from lgnet.directory.models import TeamContact
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class Reached:
    """How a part of the team is reached. `name` is a person's, and only where `has_agreed`."""

    part: str
    name: str = ""
    has_agreed: bool = False
    phone: str = ""
    email: str = ""
    days: tuple[int, ...] = ()
    opens: dt.time | None = None
    closes: dt.time | None = None
    languages: tuple[str, ...] = ()


@transaction.atomic
def add_contact(*, by: Worker, reached: Reached, contact_id: uuid.UUID | None = None) -> TeamContact:
    """Show one more. `contact_id` is the id the form was drawn with: sent twice, it makes one."""
    policies.keep_team(by).enforce()
    known = TeamContact.objects.filter(pk=contact_id, partner=by.partner_id).first() if contact_id else None
    if known is not None:
        return known
    contact = TeamContact(id=contact_id or new_id(), partner_id=by.partner_id)
    _fill(by, contact, reached)
    contact.save(force_insert=True)
    audit.record("team_contact.added", on=contact, part=contact.part)
    return contact


@transaction.atomic
def change_contact(*, by: Worker, contact: TeamContact, reached: Reached) -> TeamContact:
    """Correct it; who corrects it says that it is so. A name whose person no longer agrees goes."""
    contact = _held(contact)
    policies.change_contact(by, contact).enforce()
    _fill(by, contact, reached)
    contact.save()
    audit.record("team_contact.changed", on=contact, part=contact.part)
    return contact


@transaction.atomic
def confirm_contact(*, by: Worker, contact: TeamContact) -> TeamContact:
    """Say that it is still right."""
    contact = _held(contact)
    policies.change_contact(by, contact).enforce()
    contact.checked_at, contact.checked_by = now(), by.user
    contact.save(update_fields=["checked_at", "checked_by"])
    audit.record("team_contact.confirmed", on=contact)
    return contact


@transaction.atomic
def hide_contact(*, by: Worker, contact: TeamContact, is_hidden: bool = True) -> TeamContact:
    """Take it off the public pages, or put it back."""
    contact = _held(contact)
    policies.change_contact(by, contact).enforce()
    contact.is_hidden = is_hidden
    contact.save(update_fields=["is_hidden"])
    audit.record("team_contact.hidden" if is_hidden else "team_contact.shown", on=contact)
    return contact


@transaction.atomic
def throw_contact_away(*, by: Worker, contact: TeamContact) -> None:
    """Forget one that is hidden."""
    contact = _held(contact)
    policies.throw_contact_away(by, contact).enforce()
    audit.record("team_contact.thrown_away", on=contact)
    contact.delete()


def _fill(by: Worker, contact: TeamContact, reached: Reached) -> None:
    name = " ".join(reached.name.split())
    if name and not reached.has_agreed:
        raise Refused(_("A name stands here only if that person agreed."))
    if not (reached.phone or reached.email):
        raise Refused(_("Write a telephone number or an e-mail address."))
    if name != contact.name:
        contact.agreed_on = today() if name else None
    contact.part, contact.name = reached.part, name
    contact.phone, contact.email = reached.phone.strip(), reached.email.strip()
    contact.days, contact.languages = sorted(set(reached.days)), list(reached.languages)
    contact.opens, contact.closes = reached.opens, reached.closes
    contact.checked_at, contact.checked_by = now(), by.user


def _held(contact: TeamContact) -> TeamContact:
    """The row as it is now, until the transaction ends."""
    found = TeamContact.objects.select_for_update(of=("self",)).filter(pk=contact.pk).first()
    if found is None:  # what is read and not one's own cannot be held
        raise Refused(_("This contact is another partner's."))
    return found
