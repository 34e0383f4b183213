# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody stands in the eight outcome domains, and how that moves: forward, slowly, not for everybody."""

from datetime import date

from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.tables import Draw, pick, spread

HOUSING = spread("1.1 14, 2.1 14, 3.2 12, 5.1 16, 8.1 26, 8.2 12, 8.3 4, 9.1 4, 12.1 4, 13.1 6, 0 10")
BETTER_HOUSING = {
    "1.1": ("2.1", "3.2"), "2.1": ("3.2", "3.3"), "8.3": ("3.2", "8.1"), "3.2": ("3.3", "0"), "3.3": ("0",),
    "5.1": ("3.3", "0"), "8.1": ("3.3", "0", "0"), "8.2": ("0",), "9.1": ("0",), "12.1": ("0",), "13.1": ("0",),
}  # fmt: skip
LADDERS = {
    "language": ("A0", "A1", "A2", "B1", "B2", "C1", "C2"),
    "work": ("INA", "UNE", "EMP"),
    "income": ("none", "b1", "b2", "b3", "b4"),
    "health_access": ("none", "stp", "ssn", "ssn_gp"),
    "network": ("0", "1-2", "3+"),
    "autonomy": ("1", "2", "3", "4", "5"),
}
BEGIN = {
    "work": (0.2, 0.8), "income": (0.45, 0.85), "health_access": (0.2, 0.3, 0.7), "network": (0.25, 0.75),
    "autonomy": (0.08, 0.4, 0.8, 0.96),
}  # fmt: skip
STEP = {"language": 0.45, "work": 0.3, "income": 0.3, "health_access": 0.5, "network": 0.35, "autonomy": 0.35}
STABLE = frozenset({"SLP", "ITA", "CUE"})
PENDING = frozenset({"RIA", "RIC", "RSC", "EME"})


def scores(
    draw: Draw, person: SyntheticPerson, today: date, since: dict[str, str] | None = None, bold: bool = False
) -> dict[str, str]:
    """Values by domain: at the beginning, or moved on from ``since``; ``bold`` for those who did well."""
    if since is None:
        return {"housing": _housing(draw, person), "legal": _legal(person, today), **_begin(draw, person)}
    moved = dict(since)
    gain = 1.8 if bold else 1.0
    for domain, chance in STEP.items():
        if (domain == "language" and draw() < 0.25) or draw() > chance * gain:
            continue
        ladder = LADDERS[domain]
        moved[domain] = ladder[min(len(ladder) - 1, ladder.index(moved[domain]) + 1)]
    if moved["housing"] in BETTER_HOUSING and draw() < 0.32 * gain:
        moved["housing"] = pick(draw, BETTER_HOUSING[moved["housing"]])
    if draw() < 0.03:  # a setback: the work or the room is lost
        moved["work"] = "UNE" if moved["work"] == "EMP" else moved["work"]
    return moved


def _begin(draw: Draw, person: SyntheticPerson) -> dict[str, str]:
    values = {"language": person.italian}
    for domain, limits in BEGIN.items():
        chance = draw()
        values[domain] = LADDERS[domain][sum(chance > limit for limit in limits)]
    if person.minor_alone and values["work"] == "EMP":
        values["work"] = "INA"
    return values


def _housing(draw: Draw, person: SyntheticPerson) -> str:
    if person.minor_alone:
        return "6.3" if draw() < 0.8 else "5.1"
    if any(v.code == "SDI" for v in person.vulnerabilities):
        return "1.1" if draw() < 0.55 else "2.1"
    return pick(draw, HOUSING)


def _legal(person: SyntheticPerson, today: date) -> str:
    stay = person.stay
    if stay.code in STABLE:
        return "stable"
    if stay.code in PENDING or stay.renewal_requested_on is not None:
        return "procedure"
    if stay.expires_on is None or stay.expires_on < today:
        return "none"
    return "long" if (stay.expires_on - today).days > 365 else "short"
