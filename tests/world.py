# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The world of the tests: two partners and the nation, and the people who appear in every story.

Genova: Anna is a case manager, Bruno an outreach operator, Dario the coordinator, Amelia the administrator.
Torino: Carla is a case manager, the stranger. The nation: Nadia reads figures, Ugo directs.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Membership, Organisation, User
from lgnet.network.worker import Worker
from lgnet.people.actions import record_stay, register
from lgnet.people.identity import Identity
from lgnet.people.models import Person, ResidenceStatus, StayStatus

STAFF = {
    "anna": ("Anna Parodi", "genova", "case_manager"),
    "bruno": ("Bruno Costa", "genova", "outreach_operator"),
    "fabio": ("Fabio Ricci", "genova", "front_desk"),
    "dario": ("Dario Ferrando", "genova", "coordinator"),
    "amelia": ("Amelia Rossi", "genova", "partner_administrator"),
    "paola": ("Paola Neri", "genova", "specialist"),
    "carla": ("Carla Bianchi", "torino", "case_manager"),
    "nadia": ("Nadia Greco", "cittalia", "national_analyst"),
    "ugo": ("Ugo Marchetti", "interno", "national_director"),
}
PASSWORD = "una frase lunga per le prove"

# Name -> partner, identity, status of stay. Torino's Mamadou Jallow is the same man as Genova's Diallo.
PEOPLE: dict[str, tuple[str, Identity, str]] = {
    "mamadou": (
        "genova",
        Identity("Mamadou", "Diallo", sex="M", birth_date=dt.date(1998, 5, 12), birth_precision="day",
                 birth_country="GN", citizenships=("GN",), languages=("fr", "ff"), needs_interpreter=True),
        "SPE",
    ),
    "olena": (
        "genova",
        Identity("Olena", "Shevchenko", native_name="Олена Шевченко", sex="F", birth_date=dt.date(1985, 1, 30),
                 birth_precision="day", birth_country="UA", citizenships=("UA",), languages=("uk",)),
        "TMP",
    ),
    "yusuf": (
        "genova",
        Identity("يوسف", "", native_name="يوسف", known_as="Yusuf", sex="M", birth_date=dt.date(2010, 1, 1),
                 birth_precision="estimated", birth_country="SO", citizenships=("SO",), languages=("so", "ar"),
                 needs_interpreter=True),
        "",
    ),
    "amadou": (
        "torino",
        Identity("Mamadou", "Jallow", sex="M", birth_date=dt.date(1998, 5, 12), birth_precision="day",
                 birth_country="GN", citizenships=("GN",), languages=("fr",)),
        "SPE",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """Everybody by name."""

    anna: Worker
    bruno: Worker
    fabio: Worker
    dario: Worker
    amelia: Worker
    paola: Worker
    carla: Worker
    nadia: Worker
    ugo: Worker
    people: dict[str, uuid.UUID]

    def person(self, name: str) -> Person:
        """One of the four people, read as who acts now: row security applies."""
        return Person.objects.select_related("key").get(pk=self.people[name])

    @property
    def genova(self) -> Organisation:
        return self.anna.organisation

    @property
    def torino(self) -> Organisation:
        return self.carla.organisation


def build_world() -> None:
    """Write the world into the template database; runs as the owner."""
    bodies = {
        code: Organisation.objects.get(code=code) for code in ("genova", "torino", "cittalia", "interno")
    }
    for body in bodies.values():
        register_data_agreement(organisation=body, kind=DataAgreement.Kind.CONTROLLER, reference="for tests")
    for name, (full_name, organisation, role) in STAFF.items():
        user = User(email=f"{name}@example.org", name=full_name)
        user.set_password(PASSWORD)
        user.save()
        Membership.objects.create(
            user=user, organisation=bodies[organisation], role=role, valid_from="2024-01-01"
        )
    for name, (organisation, identity, status) in PEOPLE.items():
        worker = _worker("anna" if organisation == "genova" else "carla")
        with acting_as(worker.actor()):
            person = register(by=worker, identity=identity, person_id=_person_id(name))
            if status:
                record_stay(
                    by=worker,
                    person=person,
                    status=ResidenceStatus.objects.get(code=status),
                    document=StayStatus.Document.PERMIT,
                    from_on=dt.date(2026, 1, 10),
                    issued_on=dt.date(2026, 1, 10),
                    expires_on=dt.date(2028, 1, 10),
                )


def _worker(name: str) -> Worker:
    membership = Membership.objects.select_related("user", "organisation").get(
        user__email=f"{name}@example.org"
    )
    return Worker(membership.user, membership)


def _person_id(name: str) -> uuid.UUID:
    """Always the same, so that a test can name a person that it may not see."""
    return uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.example.org")


def secrets_of() -> list[str]:
    """Every name of the people of the world: what who has no right to it must never meet."""
    return [
        name
        for _partner, identity, _status in PEOPLE.values()
        for name in (identity.given_name, identity.family_name, identity.native_name, identity.known_as)
        if name
    ]


def find_world() -> World:
    """The world as it is in the database."""
    with acting_as(GATE):
        memberships = Membership.objects.select_related("user__user", "organisation", "site")
        workers = {m.user.email.split("@")[0]: Worker(m.user.user, m) for m in memberships}
    return World(
        **{name: workers[name] for name in STAFF}, people={name: _person_id(name) for name in PEOPLE}
    )
