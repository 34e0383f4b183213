# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is true of one person apart from name and papers: birth, languages, schooling, vulnerabilities."""

from datetime import date, timedelta

from lgnet.demo.people.model import Birth, Language, Vulnerability
from lgnet.demo.people.tables import Country, Draw, pick

ROUGH_REGISTERS = frozenset({"west_africa", "conflict", "asia"})
LEVELS = ("A0", "A1", "A2", "B1", "B2", "C1")
OWN_SCRIPT = frozenset({"Arab", "Beng", "Ethi", "Geor", "Armn", "Hans", "Taml", "Sinh", "Deva", "Guru"})
CERTAINTY = ("reported",) * 9 + ("observed",) * 8 + ("ascertained",) * 3
# Lowest age, spread, and how much the young prevail (the exponent), by profile.
AGES = {
    "west_africa": (18, 27, 1.9), "asia": (18, 36, 1.7), "conflict": (18, 40, 1.8), "egypt": (18, 36, 1.7),
    "maghreb": (18, 46, 1.4), "ukraine": (18, 58, 1.1), "settled": (19, 52, 1.2), "americas": (18, 50, 1.4),
    "care": (22, 50, 0.8), "workers": (18, 40, 1.4), "eu": (19, 50, 1.2),
}  # fmt: skip


def adult_age(draw: Draw, profile: str) -> int:
    """Age in days of an adult."""
    low, span, young = AGES[profile]
    years = low + span * draw() ** young
    if draw() < 0.02:
        years = 61 + 22 * draw() ** 1.5
    return int(years * 365.25) + 10


def born(draw: Draw, country: Country, age: int, today: date) -> Birth:
    """A birth abroad: registers and memories do not always have the day."""
    on = today - timedelta(days=age)
    place = pick(draw, country.places) if draw() < 0.86 else ""
    chance = draw() * (1 if country.profile in ROUGH_REGISTERS else 3)
    if chance > 0.3 or age < 18 * 366 + 366:
        return Birth(on, "day", country.iso2, place)
    if chance > 0.13:
        return Birth(on.replace(month=1, day=1), "day", country.iso2, place)
    if chance > 0.1:
        return Birth(on.replace(day=1), "month", country.iso2, place)
    if chance > 0.055:
        return Birth(on.replace(month=1, day=1), "year", country.iso2, place)
    if chance > 0.02:
        return Birth(
            on.replace(year=on.year // 5 * 5, month=1, day=1),
            "estimated",
            country.iso2,
            place,
        )
    return Birth(None, "unknown", country.iso2, place)


def languages(draw: Draw, country: Country) -> tuple[Language, ...]:
    """Mother tongue first, then the others, Italian apart."""
    mother = pick(draw, country.mother_tongues)
    spoken = [Language(mother, "mother")]
    for code in country.other_languages:
        chance = draw()
        if chance < 0.5 and code != mother:
            spoken.append(Language(code, "good" if chance < 0.26 else "some"))
    return tuple(spoken)


def italian(draw: Draw, days_here: int) -> str:
    """The level reached: it grows with the years, and not for everybody."""
    years: float = days_here / 365.0
    return LEVELS[min(5, int((0.4 + years**0.55) * draw() * 1.5))]


def interpreter(draw: Draw, spoken: tuple[Language, ...], level: str) -> str:
    """The language an interpreter is asked for, where Italian does not suffice."""
    if level not in ("A0", "A1") or draw() < (0.06 if level == "A0" else 0.4):
        return ""
    return spoken[0].code if len(spoken) == 1 or draw() < 0.85 else spoken[1].code


def literacy(draw: Draw, country: Country, age: int) -> str:
    """Schooling in the mother tongue, as the worker notes it."""
    if age < 7 * 365:
        return "not_recorded"
    chance = draw()
    if chance < 0.1:
        return "not_recorded"
    weak = 0.3 if country.profile in ROUGH_REGISTERS else 0.06
    if chance < 0.1 + weak * 0.35:
        return "none"
    if chance < 0.1 + weak:
        return "low"
    return "other_script" if country.cultures[0].script in OWN_SCRIPT and draw() < 0.5 else "literate"


def vulnerabilities(
    draw: Draw, sex: str, age: int, stay: str, schooling: str, profile: str
) -> list[Vulnerability]:
    """Categories beyond the computed ones (minor, just of age, elderly) and those that a family brings."""
    codes = []
    years = age // 365
    if draw() < 0.03:
        codes.append("DIS")
    if years >= 14:
        codes += _grown(draw, sex, years, stay, profile)
    if schooling == "none":
        codes.append("ANA")
    return [Vulnerability(code, pick(draw, CERTAINTY)) for code in codes]


def _grown(draw: Draw, sex: str, years: int, stay: str, profile: str) -> list[str]:
    chances = [
        ("SDI", 0.16),
        ("ISO", 0.1),
        ("SAL", 0.03),
        ("MEN", 0.03),
        ("DIP", 0.02),
        ("OSI", 0.006),
    ]
    if profile in ROUGH_REGISTERS:
        chances += [("VIO", 0.07), ("TOR", 0.03), ("SLG", 0.03)]
    if sex == "F":
        chances += [("VDG", 0.04), ("STU", 0.01)]
        if years < 43:
            chances += [("GRA", 0.05), ("MAT", 0.01)]
        if profile in ("west_africa", "conflict"):
            chances += [("MGF", 0.02), ("TRA", 0.02)]
    codes = [code for code, chance in chances if draw() < chance]
    granted = {"CS18": "TRA", "CS18B": "VDG", "CS18T": "SLG"}.get(stay)
    if granted and granted not in codes:
        codes.append(granted)
    return codes
