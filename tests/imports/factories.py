# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""People as bulk writing takes them, with as much of a story as a test wants."""

import datetime as dt
import itertools

from lgnet.core.clock import ROME
from lgnet.imports.records import (
    BulkAction,
    BulkAssessment,
    BulkCase,
    BulkChannel,
    BulkContact,
    BulkGoal,
    BulkIdentifier,
    BulkIntake,
    BulkIntervention,
    BulkNote,
    BulkPerson,
    BulkPlace,
    BulkPlan,
    BulkReview,
    BulkStay,
    BulkVulnerability,
)
from lgnet.network.worker import Worker
from lgnet.people.identity import Identity

_number = itertools.count(1)


def at(year: int, month: int, day: int) -> dt.datetime:
    """Noon in Rome."""
    return dt.datetime(year, month, day, 12, tzinfo=ROME)


def identity(**values: object) -> Identity:
    """Somebody nobody else is."""
    plain: dict[str, object] = {
        "given_name": "Ousmane",
        "family_name": f"Bah{next(_number)}",
        "sex": "M",
        "birth_date": dt.date(1991, 3, 4),
        "birth_precision": "day",
        "citizenships": ("GN",),
    }
    return Identity(**(plain | values))  # type: ignore[arg-type]  # the fields of Identity, by name


def bulk_person(**values: object) -> BulkPerson:
    """A registered person without a case."""
    plain: dict[str, object] = {"identity": identity(), "registered_at": at(2025, 5, 6)}
    return BulkPerson(**(plain | values))  # type: ignore[arg-type]  # the fields of BulkPerson, by name


def whole_story(by: Worker) -> BulkPerson:
    """A person with a row in every table."""
    manager = by.user.pk
    goals = (
        BulkGoal(
            "language", "Corso A2", due_on=dt.date(2025, 9, 1), actions=(BulkAction("Iscriversi", "person"),)
        ),
        BulkGoal("work", "Tirocinio", blocked_by=0),
    )
    case = BulkCase(
        opened_at=at(2025, 5, 10), lines=("housing", "taking_in_charge"), manager=manager,
        assessments=(BulkAssessment("entry", dt.date(2025, 5, 12), (("housing", "E2"), ("work", "")), "Solo"),),
        plans=(BulkPlan(at(2025, 5, 20), goals, agreed_on=dt.date(2025, 5, 21)),),
        interventions=(BulkIntervention("ACC01", dt.date(2025, 5, 13), 30, note="Primo colloquio"),),
        notes=(BulkNote("Arrivato puntuale", at(2025, 5, 14)), BulkNote("Riservata", at(2025, 5, 15), "circle")),
        reviews=(BulkReview(dt.date(2025, 8, 10), dt.date(2025, 11, 8), "Bene"),),
        vulnerabilities=(BulkVulnerability("TRA", "reported", dt.date(2025, 5, 12)),),
    )  # fmt: skip
    return bulk_person(
        identifiers=(BulkIdentifier("passport", "YA1234567"), BulkIdentifier("tax_code", "PRVMDA94E12Z317J")),
        channels=(BulkChannel("phone", "+39 347 1234567"),),
        stays=(BulkStay("SPE", "permit", dt.date(2024, 1, 1), expires_on=dt.date(2026, 1, 1)),),
        place=BulkPlace("famiglia 1", "head", dt.date(2025, 5, 6)),
        contacts=(BulkContact(at(2025, 5, 1), "street", nickname="Ous", sex="M", age_band="18-60"),),
        intake=BulkIntake(
            at(2025, 5, 1), source="outreach", screened_at=at(2025, 5, 3), urgency=1, eligibility="eligible",
            outcome="take_in_charge", first_service_at=at(2025, 5, 13), needs=("legal",),
        ),
        case=case,
    )  # fmt: skip
