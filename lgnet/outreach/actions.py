# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing down contacts on the street, and saying later who it was."""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases.actions.intake import open_intake
from lgnet.cases.models import Intake
from lgnet.catalogue.shipped import need_areas
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import ROME, now
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.counting import actions as counting
from lgnet.counting.models import AgeBand, FactKind, Sex
from lgnet.network.models import Site
from lgnet.network.worker import Worker
from lgnet.outreach import policies, queries
from lgnet.outreach.models import Contact
from lgnet.people.models import Person

CLOCKS_DIFFER = dt.timedelta(minutes=5)  # a phone may be ahead of the server


@transaction.atomic
def record_contact(
    *,
    by: Worker,
    place: str,
    area: str,
    met_at: dt.datetime,
    site: Site | None = None,
    language: str = "",
    sex: str = "",
    age_band: str = "",
    nickname: str = "",
    note: str = "",
    needs: Sequence[str] = (),
    help_given: Sequence[str] = (),
    declined: bool = False,
    person: Person | None = None,
    contact_id: uuid.UUID | None = None,
) -> Contact:
    """Write down that somebody was met; the network counts one contact, anonymous or not.

    `contact_id` is the id the form was drawn with: sent twice, it finds the contact of the first time. With
    `person` the contact is tied at once.
    """
    policies.record_contact(by).enforce()
    known = Contact.objects.select_related("key").filter(pk=contact_id).first() if contact_id else None
    if known is not None:
        return known
    contact = Contact(
        id=contact_id or new_id(), partner_id=by.partner_id, met_by=by.user, recorded_at=now(), met_at=met_at,
        place=place, area=area.strip(), site=site, language=language, sex=sex, age_band=age_band,
        needs=sorted(set(needs)), help_given=sorted(set(help_given)), declined=declined,
    )  # fmt: skip
    _check(contact)
    _write_words(contact, nickname.strip(), note.strip())
    contact.save(force_insert=True)
    audit.record("contact.recorded", on=contact)
    _count(contact)
    if person is not None:
        contact = tie_contact(by=by, contact=contact, person=person)
    return contact


@transaction.atomic
def tie_contact(*, by: Worker, contact: Contact, person: Person) -> Contact:
    """Say who was met. The person's clock begins at that moment, unless an episode began later than it.

    Who declined starts no clock: tying only remembers the meeting. Doing it twice changes nothing.
    """
    contact = locked(contact.pk)
    policies.tie_contact(by, contact, person).enforce()
    if contact.person_id == person.pk:
        return contact
    contact.person, contact.tied_at, contact.tied_by = person, now(), by.user
    contact.save(update_fields=["person", "tied_at", "tied_by"])
    audit.record("contact.tied", on=contact, person=person.pk)
    if not contact.declined and not queries.was_taken_up_later(person, contact.met_at):
        open_intake(by=by, person=person, source=Intake.Source.OUTREACH, first_contact_at=contact.met_at)
    return contact


@transaction.atomic
def untie_contact(*, by: Worker, contact: Contact) -> Contact:
    """Take a tie back. The intake it may have opened stays in the queue, where the screening ends it."""
    contact = locked(contact.pk)
    policies.untie_contact(by, contact).enforce()
    former = contact.person_id
    contact.person, contact.tied_at, contact.tied_by = None, None, None
    contact.save(update_fields=["person", "tied_at", "tied_by"])
    audit.record("contact.untied", on=contact, person=former)
    return contact


@transaction.atomic
def correct_area(*, by: Worker, contact: Contact, area: str) -> Contact:
    """Say later, or correct, the square, street or area of a contact. What it said before stays in the history."""
    contact = locked(contact.pk)
    policies.correct_area(by, contact).enforce()
    area = area.strip()
    if not area:
        raise Refused(_("Say where it was: a square, a street or an area."))
    if area == contact.area:
        return contact
    contact.area = area
    contact.save(update_fields=["area"])
    audit.record("contact.area_corrected", on=contact)
    return contact


def see_contact(*, by: Worker, contact: Contact) -> None:
    """Write down that somebody read a contact."""
    policies.see_contact(by).enforce()
    audit.record("contact.seen", on=contact)


def locked(contact_id: uuid.UUID) -> Contact:
    """The row as it is now, held until the transaction ends."""
    return Contact.objects.select_for_update(of=("self",)).select_related("key").get(pk=contact_id)


def _check(contact: Contact) -> None:
    """Refuse what cannot be; a phone a little ahead of the server is set right."""
    if contact.met_at > now() + CLOCKS_DIFFER:
        raise Refused(_("A contact cannot be in the future: look at the day and the hour."))
    contact.met_at = min(contact.met_at, now())
    known_needs = {area.code for area in need_areas()}
    if (
        contact.place not in Contact.Place.values
        or contact.sex not in Sex.values
        or contact.age_band not in AgeBand.values
        or not known_needs.issuperset(contact.needs)
        or not set(Contact.Help.values).issuperset(contact.help_given)
    ):
        raise Refused(_("One of the values is not on its list: load the page again."))


def _write_words(contact: Contact, nickname: str, note: str) -> None:
    """Give the contact a key of its own only where there is something to keep secret."""
    if not nickname and not note:
        return
    contact.key = DataKey.fresh(partner_id=contact.partner_id)
    contact.key.save(force_insert=True)
    contact.nickname, contact.note = nickname, note


def _count(contact: Contact) -> None:
    for kind in (FactKind.CONTACT, FactKind.DECLINED) if contact.declined else (FactKind.CONTACT,):
        counting.state(
            kind=kind,
            partner_id=contact.partner_id,
            occurred_on=contact.met_at.astimezone(ROME).date(),
            subject_id=contact.pk,
            evidence=f"outreach.contact:{contact.pk}",
            sex=contact.sex,
            band=contact.age_band,
        )
