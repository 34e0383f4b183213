# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of the street show."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import get_language

from lgnet.catalogue.shipped import need_areas
from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.outreach import policies, queries
from lgnet.outreach.models import Contact
from lgnet.people.languages import language_name
from lgnet.people.models import Person
from lgnet.people.pages.addresses import way_on

TONIGHT = 100


@dataclass(frozen=True, slots=True)
class ListPage:
    """Tonight's contacts, then the earlier ones, a page at a time. `is_first`: tonight stands on top."""

    tonight: Sequence[Contact]
    earlier: Sequence[Contact]
    is_first: bool
    next_url: str
    may_record: Verdict


@dataclass(frozen=True, slots=True)
class FormPage:
    """The form of a contact; `person` where it is about somebody known."""

    form: Form
    person: Person | None
    tonight: int


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Saying later where a contact was."""

    contact: Contact
    form: Form


@dataclass(frozen=True, slots=True)
class ContactPage:
    """A contact with everything that was written down. `candidate`: who it may be, still to be confirmed."""

    contact: Contact
    language: str
    needs: Sequence[str]
    help_given: Sequence[str]
    may_tie: Verdict
    may_untie: Verdict
    may_correct: Verdict
    find_url: str
    candidate: Person | None
    file_url: str


def list_page(worker: Worker, after: str) -> ListPage:
    """Two queries for the first page, one for the others."""
    start = places.moment(after)
    night = queries.night_start()
    rows = queries.contact_page(before=night, after=start)
    earlier = rows[: queries.PAGE]
    is_more = len(rows) > queries.PAGE
    following = urlencode({"after": places.written(earlier[-1].met_at, earlier[-1].pk)}) if is_more else ""
    return ListPage(
        tonight=queries.tonight(TONIGHT)[:TONIGHT] if start is None else [],
        earlier=earlier,
        is_first=start is None,
        next_url=f"{reverse('outreach:list')}?{following}" if following else "",
        may_record=policies.record_contact(worker),
    )


def contact_page(worker: Worker, contact: Contact, candidate: Person | None = None) -> ContactPage:
    """No query: contact and candidate come with what is shown of them."""
    areas = {area.code: area.label(get_language() or "it") for area in need_areas()}
    helps = dict(Contact.Help.choices)
    return ContactPage(
        contact=contact,
        language=language_name(contact.language) if contact.language else "",
        needs=[areas.get(code, code) for code in contact.needs],
        help_given=[str(helps.get(code, code)) for code in contact.help_given],
        may_tie=policies.tie_contact(worker, contact, candidate),
        may_untie=policies.untie_contact(worker, contact),
        may_correct=policies.correct_area(worker, contact),
        find_url=_find_url(contact),
        candidate=candidate,
        file_url=reverse("desk:person", args=[contact.person_id]) if contact.person_id else "",
    )


def _find_url(contact: Contact) -> str:
    """The way to whoever it was: sex and language go along. A band of ages says no year, so no age does."""
    way = way_on(reverse("outreach:tie", args=[contact.pk]), sex=contact.sex, language=contact.language)
    return f"{reverse('people:new')}?{urlencode({'next': way})}"
