# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The world of the tests: two partners and the nation, and the people who appear in every story.

Genova: Anna is a case manager, Bruno an outreach operator, Dario the coordinator, Amelia the administrator.
Torino: Carla is a case manager, the stranger. The nation: Nadia reads figures, Ugo directs.
"""

from dataclasses import dataclass

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Membership, Organisation, User
from lgnet.network.worker import Worker

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


def find_world() -> World:
    """The world as it is in the database."""
    with acting_as(GATE):
        memberships = Membership.objects.select_related("user__user", "organisation", "site")
        workers = {m.user.email.split("@")[0]: Worker(m.user.user, m) for m in memberships}
    return World(**{name: workers[name] for name in STAFF})
