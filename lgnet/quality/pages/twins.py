# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that may be of one person, side by side: a person looks and decides, nothing is merged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.core.clock import ROME
from lgnet.network.worker import Worker
from lgnet.people import policies as people_policies
from lgnet.people.identity import Identity
from lgnet.people.match_score import score
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.words import LABELS, identity_in_words
from lgnet.people.queries import PARTNER_BIAS, match_records
from lgnet.quality import queries
from lgnet.quality.checks import CHECKS
from lgnet.ui.returning import with_way_back

SHOWN = ("native_name", "known_as", "birth_date", "sex", "citizenships", "languages", "arrived_on")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the files."""

    name: str
    url: str
    facts: Sequence[tuple[str, str]]
    alike: Sequence[str | Promise] = ()
    may_once: Verdict | None = None
    once_url: str = ""
    may_apart: Verdict | None = None
    apart_url: str = ""


@dataclass(frozen=True, slots=True)
class TwinsPage:
    """A person and everybody they may be."""

    person: Side
    others: Sequence[Side]
    reason_url: str
    back: str


def twins_page(person: Person, *, by: Worker) -> TwinsPage:
    """The person, and whom the last night found alike. Five queries and at most two for each file."""
    others = queries.twins_of(person)
    records = match_records([person, *others])
    mine = records[person.pk]
    back = reverse("quality:overview")
    return TwinsPage(
        person=_side(person),
        others=[
            _beside(
                person,
                other,
                [r.text for r in score(mine, records[other.pk], bias=PARTNER_BIAS).reasons if r.bits > 0],
                by,
            )
            for other in others
        ],
        reason_url=with_way_back(
            reverse("quality:dismiss", args=[CHECKS["likely_twin"].code, person.pk]), back
        ),
        back=back,
    )


def _beside(person: Person, other: Person, alike: Sequence[str | Promise], by: Worker) -> Side:
    """Another file, with the button that says that it is of the same person, or takes that back."""
    side = _side(other, alike)
    if (person.same_as_id or person.pk) != (other.same_as_id or other.pk):
        url = reverse("quality:count_once", args=[person.pk, other.pk])
        return replace(side, may_once=people_policies.count_once(by, person, other), once_url=url)
    follower = other if other.same_as_id else person
    url = reverse("quality:count_apart", args=[follower.pk])
    return replace(side, may_apart=people_policies.count_apart(by, follower), apart_url=url)


def _side(person: Person, alike: Sequence[str | Promise] = ()) -> Side:
    said = identity_in_words(Identity.of(person))
    facts = [(str(LABELS[name]), said[name]) for name in SHOWN if said[name]]
    day = person.registered_at.astimezone(ROME).date()
    rest = [(_("Code"), person.code), (_("Registered on"), date_format(day))]
    return Side(person.full_name, file_url(person.pk), [*facts, *rest], alike)
