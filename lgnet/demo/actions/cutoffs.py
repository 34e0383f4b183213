# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A past for the demo's figures: when facts were entered, what was corrected since, and the cut-offs taken then.

Only a demo has this. Elsewhere the database alone says when a fact was entered and a cut-off is of its own moment;
here the owner of the tables sets the invented facts back in time, so that four quarters can be compared.
"""

import datetime as dt
import random

from django.db import connection, transaction
from django.db.models import QuerySet

from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.snapshots import actions as snapshots
from lgnet.snapshots import queries
from lgnet.snapshots.boundary import Boundary
from lgnet.snapshots.calendar import last_quarter_end

QUARTERS = 4
TWICE, JOINED, MENDED = 60, 14, 12
# Most facts are written down within days, some when the paper comes, a few when somebody looks through the files.
_ENTERED = """
update counting_countingfact set recorded_at = moment, entered_at = moment
from (
    select id as fact_id, least(%(now)s, occurred_on + interval '9 hours' + make_interval(
        mins => late %% 540,
        days => case when late %% 100 < 93 then late %% 3
                     when late %% 100 < 98 then 15 + late %% 40
                     else 80 + late %% 70 end)) as moment
    from (
        -- one for all facts of a person: who is written down late is assisted late as well
        select id, occurred_on, abs(hashtext(coalesce(encode(pseudonym, 'hex'), id::text))) as late
        from counting_countingfact
    ) facts
) m
where id = m.fact_id
"""
_CORRECTED = """
update counting_countingfact set recorded_at = moment, entered_at = moment
from (select unnest(%(facts)s::uuid[]) as fact_id, unnest(%(moments)s::timestamptz[]) as moment) m
where id = m.fact_id
"""


@transaction.atomic
def give_figures_a_past(*, seed: int) -> None:
    """Set the invented facts back in time, and correct some of them as people do."""
    chance = random.Random(seed)
    with connection.cursor() as cursor:
        cursor.execute("alter table counting_countingfact disable trigger counting_append_only")
        cursor.execute(_ENTERED, {"now": now()})
        corrected = [*_counted_twice(chance), *_joined(chance), *_mended(chance)]
        facts = [fact.pk for fact, _moment in corrected]
        cursor.execute(_CORRECTED, {"facts": facts, "moments": [moment for _fact, moment in corrected]})
        cursor.execute("set constraints all immediate")  # nothing may wait while the table is altered
        cursor.execute("alter table counting_countingfact enable trigger counting_append_only")


Corrected = list[tuple[CountingFact, dt.datetime]]


def _counted_twice(chance: random.Random) -> Corrected:
    """Contacts that two workers wrote down, found and taken back."""
    contacts = CountingFact.objects.filter(kind=FactKind.CONTACT, weight=1).exclude(corrections__weight=-1)
    found = list(contacts.select_related("subject").order_by("occurred_on", "id"))
    corrected: Corrected = []
    for fact in chance.sample(found, min(TWICE, len(found))):
        taken_back = counting.counter(fact=fact, reason="contact written down twice")
        corrected.append((taken_back, _some_time_after(fact, chance)))
    return corrected


def _joined(chance: random.Random) -> Corrected:
    """People met by two partners who turn out to be one when the tax code comes."""
    people = list(_of_last_year().filter(pseudonym_is_weak=True))
    chance.shuffle(people)
    corrected: Corrected = []
    for one, other in zip(people[::2], people[1::2], strict=False):
        same = (one.sex, one.birth_date and one.birth_date.year // 10) == (
            other.sex, other.birth_date and other.birth_date.year // 10,
        )  # fmt: skip
        if one.partner_id == other.partner_id or not same or other.pseudonym is None:
            continue
        corrected += _restated(one, bytes(other.pseudonym), one.sex, chance)
        Person.objects.filter(pk=one.pk).update(pseudonym=other.pseudonym)
        if len(corrected) >= 4 * JOINED:
            break
    return corrected


def _of_last_year() -> "QuerySet[Person]":
    """Who was registered long enough ago to be corrected before the last cut-off."""
    long_ago = now() - dt.timedelta(days=260)
    recent = Person.objects.filter(registered_at__range=(long_ago - dt.timedelta(days=250), long_ago))
    return recent.order_by("registered_at", "id")


def _mended(chance: random.Random) -> Corrected:
    """People whose sex had been typed wrong."""
    people = list(_of_last_year().filter(sex__in=("F", "M")))
    corrected: Corrected = []
    for person in chance.sample(people, min(MENDED, len(people))):
        sex = "F" if person.sex == "M" else "M"
        Person.objects.filter(pk=person.pk).update(sex=sex)
        corrected += _restated(person, bytes(person.pseudonym or b""), sex, chance)
    return corrected


def _restated(person: Person, pseudonym: bytes, sex: str, chance: random.Random) -> Corrected:
    before = set(CountingFact.objects.filter(subject__subject_id=person.pk).values_list("pk", flat=True))
    counting.follow_identity(
        person_id=person.pk, pseudonym=pseudonym, is_weak=person.pseudonym_is_weak, sex=sex,
        birth_date=person.birth_date, reason="identity corrected or confirmed",
    )  # fmt: skip
    made = list(CountingFact.objects.filter(subject__subject_id=person.pk).exclude(pk__in=before))
    if not made:
        return []
    moment = _some_time_after(max(made, key=lambda fact: fact.occurred_on), chance)
    return [(fact, moment) for fact in made]


def _some_time_after(fact: CountingFact, chance: random.Random) -> dt.datetime:
    began = dt.datetime.combine(fact.occurred_on, dt.time(chance.randint(8, 17), chance.randint(0, 59)), ROME)
    return min(began + dt.timedelta(days=chance.randint(20, 200)), now() - dt.timedelta(hours=1))


def take_past_cutoffs(*, by: Worker) -> None:
    """The cut-offs of the last four quarters, each taken some days after its quarter; the first is verified."""
    ends = [last_quarter_end(now().astimezone(ROME).date())]
    while len(ends) < QUARTERS:
        ends.append(last_quarter_end(ends[-1]))
    for number, end in enumerate(reversed(ends)):
        taken_at = dt.datetime.combine(end + dt.timedelta(days=8 + number), dt.time(9, 12), ROME)
        with acting_as(by.actor()):
            snapshot = snapshots.freeze(by=by, edition=editions.current(), boundary=Boundary(end, taken_at))
            if queries.is_blocked(snapshot):
                snapshots.acknowledge(
                    by=by,
                    snapshot=snapshot,
                    reason="Verificato con i partner: correzione nella prossima chiusura.",
                )
            work = (
                snapshots.ask(by=by, kind="verify", snapshot=snapshot, in_background=False)
                if not number
                else None
            )
        if work is not None:
            snapshots.run(by=by, work_id=work.pk)
