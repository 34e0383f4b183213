# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The invented colleagues of the demo: who works where, in which role, with which address and password.

Needs neither Django nor a database, so that `lgnet up` can print it. Always the same people: seeded.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from random import Random

from lgnet.demo.people.tables import City, cities, read

PASSWORD = "benvenuti nella rete"  # noqa: S105 - everybody may know it: a demo holds invented people only
SEED = 20240116
BOLZANO = "assb-bolzano"  # its partner is the agency for social services, not the municipality


@dataclass(frozen=True, slots=True)
class Account:
    """One invented colleague; `also` is a second role of the same person at the same organisation."""

    organisation: str
    role: str
    name: str
    email: str
    also: str = ""


NATION = (
    Account("interno", "national_director", "Ugo Marchetti", "ugo.marchetti@interno.example"),
    Account("interno", "national_analyst", "Ludovica Ferri", "ludovica.ferri@interno.example"),
    Account("anci", "national_analyst", "Martina Leone", "martina.leone@anci.example"),
    Account("cittalia", "national_analyst", "Nadia Greco", "nadia.greco@cittalia.example"),
    Account("cittalia", "national_analyst", "Giorgio Valle", "giorgio.valle@cittalia.example"),
    Account("anci", "national_communications", "Serena Villa", "serena.villa@anci.example"),
)
# What `lgnet up` prints and the entry page shows first: every role once, then other partners.
LABELS = {
    "case_manager": "Case manager",
    "outreach_operator": "Outreach operator",
    "front_desk": "One Stop Shop front desk",
    "specialist": "Specialist of the team",
    "coordinator": "Local coordinator",
    "partner_administrator": "Partner's administrator",
    "data_protection_officer": "Data protection officer",
    "communications_officer": "Communications officer",
    "national_director": "National direction",
    "national_analyst": "National monitoring",
    "national_communications": "National communications",
}
FIRST_PARTNER = "genova"
OTHER_PARTNERS = ("torino", "milano", "latina", "campobasso", "aosta", "taranto")


def accounts() -> list[tuple[str, str, str]]:
    """(role and organisation, e-mail address, password): one for each role, and a case manager of Torino."""
    return [
        (f"{LABELS[found.role]}, {found.organisation.title()}", found.email, PASSWORD) for found in shown()
    ]


def shown() -> list[Account]:
    """One account for each role: Genova's, then the stranger of Torino and the nation."""
    local = [_first(FIRST_PARTNER, role) for role in LABELS if not role.startswith("national")]
    return [*local, _first("torino", "case_manager"), NATION[0], NATION[3], NATION[5]]


def elsewhere() -> list[Account]:
    """A case manager and a coordinator of some other partners, large and small."""
    both = [_first(code, role) for code in OTHER_PARTNERS for role in ("case_manager", "coordinator")]
    return [account for account in both if account not in shown()]


@cache
def everybody() -> tuple[Account, ...]:
    """All colleagues of the demo: the nation, then each partner's team, as large as its city needs."""
    random, taken = Random(SEED), {account.email for account in NATION}
    local = [account for city in cities().values() for account in _team(random, city, taken)]
    return (*NATION, *local)


def _first(organisation: str, role: str) -> Account:
    return next(a for a in everybody() if a.organisation == organisation and a.role == role)


def _team(random: Random, city: City, taken: set[str]) -> list[Account]:
    small = city.weight < 20
    sizes = {
        "coordinator": 1 if city.weight < 60 else 2,
        "case_manager": min(8, max(2, city.weight // 10)),
        "specialist": min(6, max(2, city.weight // 15)),
        "outreach_operator": min(6, max(2, city.weight // 12)),
        "front_desk": 1 if small else 2,
        "partner_administrator": 1,
        "data_protection_officer": 1,
    }
    organisation = BOLZANO if city.code == "bolzano" else city.code
    found = []
    for role, size in sizes.items():
        for _ in range(size):
            # Where few people work, the coordinator follows cases too: somebody with two memberships.
            also = "case_manager" if small and role == "coordinator" else ""
            found.append(_somebody(random, organisation, role, also, taken))
    # Drawn apart: the names of everybody else stay what they were.
    apart = Random(f"{SEED}-{organisation}")
    return [*found, _somebody(apart, organisation, "communications_officer", "", taken)]


def _somebody(random: Random, organisation: str, role: str, also: str, taken: set[str]) -> Account:
    pool = {key: names.split(", ") for key, names in read("staff")["names"].items()}
    while True:
        given = random.choice(pool[random.choice(("women", "men"))])
        name = f"{given} {random.choice(pool['families'])}"
        email = f"{_latin(name)}@{organisation}.example"
        if email not in taken:
            taken.add(email)
            return Account(organisation, role, name, email, also)


def _latin(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return plain.replace("'", "").replace(" ", ".", 1).replace(" ", "")
