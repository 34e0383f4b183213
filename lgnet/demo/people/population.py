# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws people group by group: people on their own, couples, families, minors alone with a guardian.

Everything comes from one seeded ``random.Random`` and dates are offsets from ``today``: the same seed and day
give the same people. Nothing is kept but the tax codes given, so 900,000 people stream in flat memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from lgnet.demo.people import names, papers, stay, traits
from lgnet.demo.people.model import (
    Birth,
    Guardian,
    Household,
    Stay,
    SyntheticPerson,
    Vulnerability,
)
from lgnet.demo.people.tables import (
    City,
    Country,
    Culture,
    cities,
    city_table,
    country_by_code,
    country_table,
    pick,
    spread,
)
from lgnet.demo.people.tables import culture as culture_named

PROJECT_START = date(2024, 1, 17)  # LGNET3 runs from January 2024
GROUPS = spread(
    "single 640, couple 32, family 74, one_parent 44, minor_alone 58, siblings 12, with_parent 14"
)
ALONE_FROM = spread(
    "EG 24, GM 12, TN 13, GN 12, PK 10, BD 12, AL 9, UA 6, SO 5, AF 5, CI 7, XK 5, ML 4, SN 4"
)
CHILDREN = (1, 1, 1, 2, 2, 2, 3, 3, 4)
KEEP_FOR_LATER = 12


@dataclass(slots=True)
class _Seat:
    """One person of a group before it is drawn in full."""

    name: names.NativeName
    name_sex: str
    age: int  # days
    role: str = ""
    code: str = ""  # status of stay
    in_italy: bool = False  # born here
    arrived: date | None = None
    extra: tuple[str, ...] = ()  # vulnerability codes the situation brings
    guardian: Guardian | None = None


@dataclass(slots=True)
class _Group:
    """What people of one group share."""

    city: City
    country: Country
    culture: Culture
    arrived: date
    seats: list[_Seat]


def generate(seed: int, count: int, today: date) -> Iterator[SyntheticPerson]:
    """Exactly ``count`` people. A shorter run is the beginning of a longer one, but for its last family."""
    if today < PROJECT_START + timedelta(days=60):
        raise ValueError("The demo needs at least two months of project behind it.")
    maker = _Maker(seed, today)
    made = 0
    while made < count:
        for person in maker.next_group(count - made):
            made += 1
            yield person


class _Maker:
    """Holds the stream of chance, the running number and the papers given out."""

    def __init__(self, seed: int, today: date) -> None:
        self._draw = Random(seed).random
        self._today = today
        self._number = 0
        self._issuer = papers.Issuer(self._draw, today)
        self._again: list[tuple[SyntheticPerson, names.NativeName, Culture]] = []

    def next_group(self, room: int) -> list[SyntheticPerson]:
        draw = self._draw
        if len(self._again) > KEEP_FOR_LATER:
            return [self._registered_again()]
        kind = pick(draw, GROUPS)
        group = self._group(kind)
        getattr(self, f"_{kind}")(group)
        del group.seats[room:]
        code = f"H{self._number:06}" if len(group.seats) > 1 else ""
        people = [self._person(group, seat, code) for seat in group.seats]
        if kind == "single" and draw() < 0.009:
            self._again.append((people[0], group.seats[0].name, group.culture))
        return people

    def _group(self, kind: str) -> _Group:
        draw = self._draw
        city = cities()[pick(draw, city_table())]
        if kind == "minor_alone":
            country = country_by_code()[pick(draw, ALONE_FROM)]
            here = 25 + int(680 * draw())
        else:
            country = pick(draw, country_table())
            recent = 5.0 if country.profile in ("settled", "maghreb", "eu", "workers", "care") else 2.6
            here = 20 + int(recent * 1500 * draw() ** 1.4)
            if country.profile == "ukraine" and draw() < 0.85:
                here = min(here, (self._today - stay.TEMPORARY_PROTECTION_BEGAN).days)
        culture = pick(draw, country.cultures)
        return _Group(city, country, culture, self._today - timedelta(days=here), [])

    def _single(self, group: _Group) -> None:
        sex = "M" if self._draw() < group.country.men else "F"
        group.seats.append(self._adult(group, sex))

    def _couple(self, group: _Group, minimum: int = 18) -> None:
        draw = self._draw
        first = "M" if draw() < 0.62 else "F"
        head = self._adult(group, first, minimum)
        head.role = "head"
        other = "F" if first == "M" else "M"
        age = max(18 * 366, head.age + int((draw() - 0.6) * 3000))
        name = names.partner_name(draw, group.culture, other, head.name)
        code = head.code if draw() < 0.45 else "FAM"
        group.seats += [
            head,
            _Seat(name, other, age, "partner", code, arrived=self._later(group.arrived)),
        ]

    def _family(self, group: _Group) -> None:
        self._couple(group, minimum=21)
        parents = group.seats[:2] if group.seats[0].name_sex == "M" else group.seats[1::-1]
        self._children(group, parents)

    def _one_parent(self, group: _Group) -> None:
        head = self._adult(group, "F" if self._draw() < 0.9 else "M", 20)
        head.role, head.extra = "head", ("GSM",)
        group.seats.append(head)
        self._children(group, [head])

    def _siblings(self, group: _Group) -> None:
        head = self._adult(group, "M" if self._draw() < 0.6 else "F")
        head.role = "head"
        sex = "M" if self._draw() < 0.6 else "F"
        name = names.child_name(self._draw, group.culture, sex, [head.name])
        if group.culture.naming == "patronymic" and head.name[1]:
            name = (name[0], head.name[1], None)
        age = max(18 * 366, head.age - int(2500 * self._draw()))
        group.seats += [
            head,
            _Seat(name, sex, age, "sibling", head.code, arrived=self._later(group.arrived)),
        ]

    def _with_parent(self, group: _Group) -> None:
        head = self._adult(group, "M" if self._draw() < group.country.men else "F", 30)
        head.role = "head"
        age = head.age + int((20 + 12 * self._draw()) * 365)
        name = names.own_name(self._draw, group.culture, "F")
        if head.name[1] in group.culture.family["F"]:
            name = (name[0], head.name[1], name[2])
        group.seats += [
            head,
            _Seat(name, "F", age, "parent", "FAM", arrived=self._later(group.arrived)),
        ]

    def _minor_alone(self, group: _Group) -> None:
        draw = self._draw
        grown = draw() < 0.2  # came of age in the meantime, follows until 21
        years = 18.2 + 2.6 * draw() if grown else 17.95 - 3.5 * draw() ** 1.6
        sex = "M" if draw() < (0.6 if group.country.iso2 == "UA" else 0.93) else "F"
        chance = draw()
        code = "PROS" if grown else "MIN" if chance < 0.68 else "RIA" if chance < 0.84 else "MINF"
        seat = _Seat(names.own_name(draw, group.culture, sex), sex, int(years * 365.25), "", code)
        seat.arrived = group.arrived
        if not grown:
            seat.extra = ("MSNA",)
            if draw() < 0.82:
                seat.guardian = self._guardian(group.arrived)
        group.seats.append(seat)

    def _children(self, group: _Group, parents: list[_Seat]) -> None:
        draw = self._draw
        oldest_possible = min(parent.age for parent in parents) - 18 * 365
        here = (self._today - group.arrived).days
        for _ in range(min(pick(draw, CHILDREN), 1 + oldest_possible // 500)):
            age = int(min(oldest_possible, 17.9 * 365) * draw()) + 20
            sex = "M" if draw() < 0.51 else "F"
            name = names.child_name(draw, group.culture, sex, [parent.name for parent in parents])
            head = parents[0].code
            code = head if head in ("RIA", "TMP", "NDR", "IRR", "RIC", "CUE", "RSC") else "FAM"
            arrived = None if age < here else group.arrived
            group.seats.append(_Seat(name, sex, age, "child", code, age < here, arrived))

    def _adult(self, group: _Group, sex: str, minimum: int = 18) -> _Seat:
        draw, profile = self._draw, group.country.profile
        age = max(traits.adult_age(draw, profile), minimum * 366)
        name = names.own_name(draw, group.culture, sex)
        code = stay.adult_status(draw, profile, (self._today - group.arrived).days)
        return _Seat(name, sex, age, "", code, arrived=group.arrived)

    def _later(self, arrived: date) -> date:
        """When a relative arrived: together, or joining afterwards."""
        if self._draw() < 0.6:
            return arrived
        return arrived + timedelta(days=int((self._today - arrived).days * self._draw() * 0.9))

    def _guardian(self, arrived: date) -> Guardian:
        draw, pool = self._draw, culture_named("italian")
        given = pick(draw, pool.given["F" if draw() < 0.6 else "M"])[0][0]
        since = (self._today - arrived).days
        named = self._today - timedelta(days=int((since - 14) * draw()))
        return Guardian(given, pick(draw, pool.family["M"])[0][0], named)

    def _person(self, group: _Group, seat: _Seat, household: str) -> SyntheticPerson:
        draw, country, number = self._draw, group.country, self._number
        self._number += 1
        if seat.arrived is not None:  # nobody arrives before being born
            seat.arrived = max(seat.arrived, self._today - timedelta(days=seat.age))
        name = names.written(draw, group.culture, seat.name)
        birth, place = self._birth(group, seat)
        sex = self._sex(seat)
        arrived = seat.arrived
        stays = self._stays(seat, birth)
        here = (self._today - arrived).days if arrived else seat.age
        spoken = traits.languages(draw, country)
        level = traits.italian(draw, here) if arrived or seat.age > 1500 else "A0"
        schooling = traits.literacy(draw, country, seat.age)
        profile = country.profile
        found = traits.vulnerabilities(draw, seat.name_sex, seat.age, stays[-1].code, schooling, profile)
        found += [Vulnerability(code, "observed") for code in seat.extra]
        adult = seat.age > 15 * 365
        return SyntheticPerson(
            number,
            group.city.code,
            name,
            sex,
            birth,
            self._citizenships(group, stays[-1].code),
            spoken,
            level,
            traits.interpreter(draw, spoken, level) if seat.age > 1500 else "",
            schooling,
            arrived if draw() < 0.93 else None,
            self._issuer.papers(number, name, sex, birth, place, group.city.health_region, stays),
            papers.telephone(draw, number) if adult else "",
            not any(v.code in ("VDG", "TRA") for v in found) or draw() < 0.3,
            stays,
            Household(household, seat.role, len(group.seats)) if household else None,
            seat.guardian,
            tuple(found),
            None,
        )

    def _birth(self, group: _Group, seat: _Seat) -> tuple[Birth, str]:
        if seat.in_italy:
            on = self._today - timedelta(days=seat.age)
            return Birth(on, "day", "IT", group.city.code.title()), group.city.belfiore
        country = group.country
        if self._draw() < 0.06:  # born on the way, or of parents who had already moved
            other = pick(self._draw, country_table())
            country = other if other.profile == country.profile else country
        return traits.born(self._draw, country, seat.age, self._today), country.belfiore

    def _sex(self, seat: _Seat) -> str:
        chance = self._draw()
        if chance < 0.985 or seat.role == "child":
            return seat.name_sex
        return "N" if chance < 0.9875 else ""

    def _stays(self, seat: _Seat, birth: Birth) -> tuple[Stay, ...]:
        arrived = seat.arrived or self._today - timedelta(days=seat.age)
        eighteen = None
        if seat.code in ("MIN", "MINF", "PROS") and birth.on is not None:
            eighteen = birth.on.replace(year=birth.on.year + 18, day=min(birth.on.day, 28))
        return stay.history(self._draw, seat.code, arrived, eighteen, self._today)

    def _citizenships(self, group: _Group, code: str) -> tuple[str, ...]:
        iso2, chance = group.country.iso2, self._draw()
        if code == "APO" or chance < 0.003:
            return ()
        if chance < 0.975 or code == "CUE":
            return (iso2,)
        other = pick(self._draw, country_table())
        return (iso2,) if other.iso2 == iso2 or other.profile == "eu" else (iso2, other.iso2)

    def _registered_again(self) -> SyntheticPerson:
        """Somebody already met, now in another city: another spelling, fewer papers, a new number."""
        draw = self._draw
        person, native, culture = self._again.pop(0)
        number = self._number
        self._number += 1
        elsewhere = pick(draw, [code for code in city_table() if code != person.partner])
        shown = (
            person.identifiers
            if draw() < 0.6
            else tuple(i for i in person.identifiers if i.kind == "passport")
        )
        return replace(
            person,
            number=number,
            partner=elsewhere,
            name=names.written(draw, culture, native),
            identifiers=shown,
            phone=papers.telephone(draw, number),
            same_person_as=person.number,
        )
