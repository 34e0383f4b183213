# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the first contact to the decision: when each step happened, who waited too long, who said no.

Steps are drawn backwards, as days before today, and squeezed into the days available (project, arrival, birth),
so their order holds whatever the day. Members of a household share the draw: families come together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from lgnet.demo.people import casework, pace, texts
from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.population import PROJECT_START
from lgnet.demo.people.story import Case, Contact, Decision, Screening, SyntheticPath
from lgnet.demo.people.tables import City, Draw, cities, city_table, country_table, pick, spread
from lgnet.people.code_lists import residence_statuses

STAGES = spread("contact 30, to_screen 4, to_decide 4, not_taken 11, to_serve 3, active 28, closed 20")
SOURCES = spread("outreach 50, walk_in 29, referral 19, public_notice 2")
PLACES = spread("street 30, mobile_unit 45, station 14, settlement 7, other 4")
NEEDS = spread(
    "legal 24, housing 24, work 20, language 16, health 14, basic_needs 18, school_family 6, psychological 8"
)
URGENCY = spread("0 42, 1 40, 2 15, 3 3")
URGENCY_OF_THE_QUICK = spread("0 16, 1 34, 2 34, 3 16")  # who was decided on within days was seldom ordinary
QUICK = 7
DECLINED = spread(
    "not_now 30, no_need 14, no_trust 10, fear 8, work_hours 14, language 6, distance 6, not_said 12"
)
ORIENTED = spread("other_service_fits 40, already_in_charge 25, other_territory 20, no_capacity 15")
GRAVE = frozenset({"MSNA", "TRA", "VDG"})
TWO_YEARS = 730


@dataclass(slots=True)
class _Steps:
    """Days before today of each step; None for what has not happened."""

    contact: float
    registered: float | None = None
    screened: float | None = None
    decided: float | None = None
    served: float | None = None
    ended: float | None = None


@cache
def _eligibility() -> dict[str, str]:
    names = {"ELIGIBLE": "eligible", "CHECK": "to_check", "NOT_ELIGIBLE": "not_eligible"}
    return {row.code: names[row.so2_default] for row in residence_statuses()}


def path(person: SyntheticPerson, seed: int, today: date) -> SyntheticPath:
    """The path of one person: the same for the same seed, person and day."""
    group = person.household.code if person.household else str(person.number)
    lead = Random(f"{seed} {group}").random
    draw = Random(f"{seed} {group} {person.number}").random
    available = _days_available(person, today)
    stage = _stage(lead, draw, person, available)
    steps = _steps(lead, stage, pace.waits(person.partner))
    scale = min(1.0, available / max(steps.contact, 1.0))

    def at(days: float) -> date:
        return today - timedelta(days=int(days * scale))

    return _Teller(person, draw, at, steps, stage, today).tell()


def anonymous_contacts(seed: int, count: int, today: date) -> Iterator[Contact]:
    """Meetings with people who gave no name and are not among the registered."""
    draw = Random(f"{seed} anonymous").random
    window = min(TWO_YEARS, (today - PROJECT_START).days)
    for _ in range(count):
        city, country = cities()[pick(draw, city_table())], pick(draw, country_table())
        on = today - timedelta(days=int(window * draw()))
        while not pace.is_likely(draw, on):
            on = today - timedelta(days=int(window * draw()))
        band = "18-60" if draw() < 0.8 else pick(draw, ("<18", ">60", ""))
        yield Contact(
            city.code, on, "outreach", pick(draw, PLACES), pick(draw, city.places), True, "",
            pick(draw, country.mother_tongues) if draw() < 0.8 else "",
            pick(draw, ("M", "M", "M", "F", "")), band, _needs(draw, 2), draw() < 0.2, "", "",
        )  # fmt: skip


def _days_available(person: SyntheticPerson, today: date) -> int:
    since = max(PROJECT_START, today - timedelta(days=TWO_YEARS), person.arrived_on or PROJECT_START)
    since = max(
        since, person.birth.on or since, person.stays[0].valid_from if len(person.stays) < 2 else since
    )
    return max(0, (today - since).days)


def _stage(lead: Draw, draw: Draw, person: SyntheticPerson, available: int) -> str:
    stage = pick(lead, STAGES)
    if _eligibility()[person.stay.code] == "not_eligible" and stage in ("active", "closed", "to_serve"):
        stage = "not_taken" if draw() < 0.75 else stage
    if available < 15 and stage != "contact":
        return "to_screen"
    if available < 120 and stage == "closed":
        return "active"
    return stage


def _late(draw: Draw, ordinary: float, late: float, share: float) -> float:
    """A number of days: mostly within the ordinary, sometimes far beyond."""
    return ordinary + 8 + late * draw() if draw() < share else ordinary * draw() * draw()


def _steps(lead: Draw, stage: str, slow: float) -> _Steps:
    if stage == "contact":
        return _Steps(TWO_YEARS * lead())
    if stage == "to_screen":
        registered = slow * _late(lead, 4, 55, 0.2)
        return _Steps(registered + 9 * lead(), registered)
    screened = {
        "to_decide": slow * _late(lead, 9, 90, 0.25),
        "not_taken": 4 + 690 * lead(),
        "to_serve": 0.0,
        "active": 0.0,
        "closed": 0.0,
    }[stage]
    steps = _Steps(0)
    if stage == "closed":
        steps.ended = 2 + 430 * lead() ** 1.3
        steps.served = steps.ended + 60 + 300 * lead()
    elif stage == "active":
        steps.served = 1 + 520 * lead() ** 1.1
    if stage == "not_taken":
        steps.decided, screened = screened, screened + slow * _late(lead, 12, 60, 0.1)
    elif stage != "to_decide":
        steps.decided = (steps.served or 0) + slow * _late(lead, 9, 45, 0.25 if stage == "to_serve" else 0.08)
        screened = steps.decided + slow * _late(lead, 13, 55, 0.12)
    steps.screened = screened
    steps.registered = screened + slow * _late(lead, 5, 40, 0.08)
    steps.contact = steps.registered + slow * 14 * lead() * lead()
    return steps


def _needs(draw: Draw, most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pick(draw, NEEDS) for _ in range(1 + int(most * draw()))))


class _Teller:
    """Tells one path, step by step; the steps share the person, the chance and the calendar."""

    def __init__(
        self,
        person: SyntheticPerson,
        draw: Draw,
        at: casework.Calendar,
        steps: _Steps,
        stage: str,
        today: date,
    ) -> None:
        self._person, self._draw, self._at, self._steps = person, draw, at, steps
        self._stage, self._today = stage, today
        self._marks = texts.situations(person)
        self._city: City = cities()[person.partner]

    def tell(self) -> SyntheticPath:
        steps, at = self._steps, self._at
        registered = None if steps.registered is None else at(steps.registered)
        inside = self._within_family()
        screening = None if inside or steps.screened is None else self._screening(at(steps.screened))
        decision = None if screening is None else self._decision(screening)
        case = None
        if decision is not None and decision.outcome == "take_in_charge" and screening is not None:
            case = casework.case(
                self._draw, self._person, self._at, casework.Span(steps.decided or 0, steps.served, steps.ended),
                self._today, screening.needs,
            )  # fmt: skip
        contacts = self._contacts(registered)
        troubles = self._troubles(registered, screening, decision, case, inside)
        return SyntheticPath(
            self._person.number, contacts, registered, inside and registered is not None, screening, decision,
            case, troubles,
        )  # fmt: skip

    def _within_family(self) -> bool:
        home = self._person.household
        return home is not None and home.role == "child" and self._draw() < 0.9

    def _contacts(self, registered: date | None) -> tuple[Contact, ...]:
        draw, first = self._draw, self._steps.contact
        source = pick(draw, SOURCES)
        days = [first]
        if source == "outreach":
            last = self._steps.registered if self._steps.registered is not None else 0.0
            days += sorted(
                (last + (first - last) * draw() for _ in range(int(3.2 * draw() * draw()))), reverse=True
            )
        only = registered is None
        nameless = only and draw() < 0.45
        return tuple(
            self._contact(day, source if i == 0 else "outreach", nameless) for i, day in enumerate(days)
        )

    def _contact(self, day: float, source: str, nameless: bool) -> Contact:
        draw, person, city = self._draw, self._person, self._city
        met_outside = source == "outreach"
        text = "outreach" if met_outside else "referral" if source == "referral" else "one_stop_shop"
        on = self._at(day)
        if not met_outside:
            born, arrived = person.birth.on or PROJECT_START, person.arrived_on or PROJECT_START
            on = pace.opening_day(on, max(PROJECT_START, born, arrived))
        nickname = (person.name.known_as or person.name.given) if nameless and draw() < 0.4 else ""
        return Contact(
            person.partner,
            on,
            source,
            pick(draw, PLACES) if met_outside else "one_stop_shop",
            pick(draw, city.places) if met_outside else city.one_stop_shop,
            nameless,
            nickname,
            person.languages[0].code,
            person.sex,
            self._age_band(on),
            _needs(draw, 3),
            draw() < (0.16 if nameless else 0.05),
            pick(draw, texts.referrers()) if source == "referral" else "",
            texts.write(draw, "contact", text, person, self._marks) if draw() < 0.7 else "",
        )

    def _age_band(self, on: date) -> str:
        born = self._person.birth.on
        if born is None:
            return ""
        years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        return "<18" if years < 18 else "18-60" if years <= 60 else ">60"

    def _screening(self, on: date) -> Screening:
        draw, person = self._draw, self._person
        codes = {v.code for v in person.vulnerabilities}
        steps = self._steps
        waited = steps.contact - (steps.decided if steps.decided is not None else 0.0)
        urgency = int(pick(draw, URGENCY_OF_THE_QUICK if waited < QUICK else URGENCY))
        if codes & GRAVE:
            urgency = max(2, urgency)
        needs = _needs(draw, 4)
        if "MSNA" in codes:
            needs = ("minors", *needs)
        if codes & {"TRA", "VDG"}:
            needs = ("violence_trafficking", *needs)
        note = texts.write(draw, "screening", "notes", person, self._marks)
        return Screening(on, urgency, needs, urgency == 3, _eligibility()[person.stay.code], note)

    def _decision(self, screening: Screening) -> Decision | None:
        if self._steps.decided is None:
            return None
        draw, on = self._draw, self._at(self._steps.decided)
        if self._stage != "not_taken":
            return Decision(on, "take_in_charge", "", "")
        chance = draw()
        if screening.eligibility == "not_eligible" or chance < 0.05:
            outcome, reason = "not_eligible", "not_eligible"
        elif chance < 0.45:
            outcome, reason = "oriented", pick(draw, ORIENTED)
        elif chance < 0.85:
            outcome, reason = "declined", pick(draw, DECLINED)
        else:
            outcome, reason = "lost", "not_said"
        kind = "lost" if outcome == "lost" else reason
        note = texts.write(draw, "refusal", kind, self._person, self._marks)
        return Decision(on, outcome, reason, note)

    def _troubles(
        self, registered: date | None, screening: Screening | None, decision: Decision | None, case: Case | None,
        inside: bool,
    ) -> frozenset[str]:  # fmt: skip
        found = set()
        expiry = self._person.stay.expires_on
        if expiry is not None and expiry < self._today:
            found.add("permit_expired")
        if registered and not inside and screening is None and (self._today - registered).days > 7:
            found.add("screening_overdue")
        if screening and decision is None and (self._today - screening.on).days > 15:
            found.add("waiting_too_long")
        if decision is not None and decision.outcome == "declined":
            found.add("services_refused")
        if case is not None:
            found |= casework.troubles(case, self._today)
        return frozenset(found)
