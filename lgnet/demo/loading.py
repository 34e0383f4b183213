# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tells the invented people to the database, partner by partner, as each partner's coordinator."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from lgnet.analysis.actions import refresh_all
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.demo import actions
from lgnet.demo.accounts import BOLZANO
from lgnet.demo.people import SyntheticPath, SyntheticPerson, anonymous_contacts, generate, path, story
from lgnet.demo.telling import Staff, Teller
from lgnet.direction import queries
from lgnet.imports.actions.bulk import write_people
from lgnet.imports.records import BulkContact, BulkPerson
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.reports.quarters import Quarter

# Some have targets, some have none: both must be seen.
WITH_TARGET = ("CONTACTS", "REGISTERED", "TAKEN_IN_CHARGE", "HOUSED", "O.2.3", "O.2.3.1", "O.2.3.3", "R.2.9")
ANONYMOUS = 2_600  # contacts of people who never gave a name
CHECKED, TO_BE_CHECKED = "genova", "torino"
Targets = dict[tuple[Organisation, str], int]


def load_demo(*, seed: int, people: int, say: Callable[[str], None]) -> int:
    """Fill an empty database; returns how many people were registered, 0 where somebody works already."""
    if actions.is_peopled():
        return 0
    actions.mark_as_demo()
    workers: dict[str, list[Worker]] = defaultdict(list)
    for worker in actions.open_accounts():
        workers[worker.organisation.code].append(worker)
    told, meetings = _invent(seed, people)
    written = 0
    targets: Targets = {}
    for code in sorted(told):
        team = workers[code]
        teller = Teller(_staff(team), now())
        coordinator = next(worker for worker in team if worker.membership.role == "coordinator")
        with acting_as(coordinator.actor()):
            counts = write_people(_records(teller, told[code]), by=coordinator)
            actions.write_anonymous_contacts(
                by=coordinator, contacts=[teller.contact(c, n) for n, c in enumerate(meetings[code])]
            )
            targets |= _targets(coordinator.organisation, len(targets))
            actions.slip(by=coordinator)
            if code == CHECKED:
                actions.check_a_sample(by=coordinator)
        written += counts.people
        say(f"  {coordinator.organisation.short_name}: {counts.people:,} people, {counts.cases:,} cases")
    actions.gather_statistics()
    for code in sorted(told):
        actions.measure_a_year(partner_id=workers[code][0].partner_id)
    if TO_BE_CHECKED in told:
        whose = workers[TO_BE_CHECKED][0].organisation
        actions.order_from_the_nation(by=workers["cittalia"][0], partner=whose)
    _direct(workers, targets, seed)
    _teach(workers, sorted(told), seed)
    actions.talk(workers=workers, seed=seed)
    _write_reports(workers, say)
    refresh_all()
    return written


def _direct(workers: Mapping[str, list[Worker]], targets: Targets, seed: int) -> None:
    """What the nation did: targets, circulars, cut-offs of the last quarters, and open data of two of them."""
    director = _director(workers)
    actions.set_demo_targets(values=targets)
    actions.decide_once(by=director)
    actions.write_circulars(by=director, coordinators=_coordinators(workers), seed=seed)
    actions.give_figures_a_past(seed=seed)
    actions.take_past_cutoffs(by=director)
    actions.publish_past_figures(by=director)
    actions.compact_totals()
    actions.write_site()


def _teach(workers: Mapping[str, list[Worker]], codes: Iterable[str], seed: int) -> None:
    """What the network teaches its workers: modules and their sessions, tests, certificates."""
    learners = [one for code in codes for one in workers[code]]
    trainers = workers["cittalia"]
    actions.teach(by=_director(workers), trainers=trainers, workers=learners, seed=seed)
    exam = actions.write_tests(by=workers["cittalia"][0], workers=learners, seed=seed)
    actions.certify(by=_director(workers), workers=learners, exam=exam, seed=seed)
    actions.survey(workers=learners, seed=seed)
    actions.write_practices(by=_coordinators(workers))
    actions.write_services(by=_coordinators(workers))
    actions.show_to_the_public(by=_of_each(workers, "communications_officer"))
    nation = next(one for one in workers["anci"] if one.membership.role == "national_communications")
    actions.tell_society(by=[*_coordinators(workers), nation])


def _write_reports(workers: Mapping[str, list[Worker]], say: Callable[[str], None]) -> None:
    """Reports, and three contacts of Genova written down after its own was sent: its page says why it changed."""
    say(f"  {actions.write_reports(by=workers)} quarterly reports")
    evenings = actions.late_days(Quarter.of(today()).previous)
    coordinator = next(one for one in workers["genova"] if one.membership.role == "coordinator")
    late = [BulkContact(met_at=at, place="street", area="Sampierdarena") for at in evenings]
    with acting_as(coordinator.actor()):
        actions.write_anonymous_contacts(by=coordinator, contacts=late)


def _director(workers: Mapping[str, Iterable[Worker]]) -> Worker:
    every = (worker for team in workers.values() for worker in team)
    return next(worker for worker in every if worker.membership.role == "national_director")


def _coordinators(workers: Mapping[str, list[Worker]]) -> list[Worker]:
    """One for each partner, by its code."""
    return _of_each(workers, "coordinator")


def _of_each(workers: Mapping[str, list[Worker]], role: str) -> list[Worker]:
    """The first in this role of each partner, by its code."""
    found = {code: [w for w in team if w.membership.role == role] for code, team in workers.items()}
    return [team[0] for _code, team in sorted(found.items()) if team]


def _targets(partner: Organisation, turn: int) -> Targets:
    """Round targets around what was reached: some partners are ahead, most near, some far behind."""
    share = (0.92, 1.04, 1.1, 1.15, 1.22, 1.4, 1.75)[turn // len(WITH_TARGET) % 7]
    figures = queries.figures(partner.pk)
    reached = {code: figures[code].value for code in WITH_TARGET}
    return {(partner, code): max(5, round(n * share / 5) * 5) for code, n in reached.items()}


Told = list[tuple[SyntheticPerson, SyntheticPath]]


def _invent(seed: int, people: int) -> tuple[dict[str, Told], dict[str, list[story.Contact]]]:
    told: dict[str, Told] = defaultdict(list)
    meetings: dict[str, list[story.Contact]] = defaultdict(list)
    day, registered = today(), 0
    for person in generate(seed, 2 * people, day):
        way, code = path(person, seed, day), _partner(person.partner)
        if way.registered_on is None:
            meetings[code].extend(way.contacts)
            continue
        told[code].append((person, way))
        registered += 1
        if registered == people:
            break
    for contact in anonymous_contacts(seed, ANONYMOUS, day):
        meetings[_partner(contact.partner)].append(contact)
    return told, meetings


def _partner(city: str) -> str:
    return BOLZANO if city == "bolzano" else city


def _records(teller: Teller, told: Told) -> Iterable[BulkPerson]:
    return (teller.person(person, way) for person, way in told)


def _staff(team: Iterable[Worker]) -> Staff:
    by_role: dict[str, list[Worker]] = defaultdict(list)
    for worker in team:
        by_role[worker.membership.role].append(worker)

    def ids(*roles: str) -> list[uuid.UUID]:
        return [worker.user.pk for role in roles for worker in by_role[role]]

    managers = ids("case_manager") or ids("coordinator")
    return Staff(
        managers=managers,
        specialists=ids("specialist") or managers,
        operators=ids("outreach_operator") or managers,
        desk=ids("front_desk") or managers,
    )
