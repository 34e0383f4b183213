# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From an invented person and her path to the record that bulk writing takes: days become moments, parts people.

Pure: no database. Who does what is drawn from the partner's staff by the person's number, so that it is the
same at every run and caseloads are even.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.core.clock import ROME
from lgnet.demo.people import SyntheticPath, SyntheticPerson, pace, story
from lgnet.imports.records import (
    BulkAction,
    BulkAssessment,
    BulkCase,
    BulkChannel,
    BulkContact,
    BulkGoal,
    BulkGuardian,
    BulkIdentifier,
    BulkIntake,
    BulkIntervention,
    BulkNote,
    BulkNotice,
    BulkPerson,
    BulkPlace,
    BulkPlan,
    BulkReview,
    BulkStay,
    BulkVulnerability,
)
from lgnet.people.identity import Identity

NAMESPACE = uuid.UUID("6f0d1d6e-6a0c-5c3e-9d2a-1e7a5c0b9930")
NOTICE = "2024-01"
# The hour at which each step of a path happens, so that steps of one day stay in order.
CONTACT, REGISTER, SCREEN, TAKE, ASSESS, PLAN, SERVE, WRITE, CLOSE = 9, 10, 11, 12, 13, 14, 15, 16, 17


@dataclass(frozen=True)
class Staff:
    """Who works at a partner, by what they do; never empty for managers."""

    managers: Sequence[uuid.UUID]
    specialists: Sequence[uuid.UUID]
    operators: Sequence[uuid.UUID]
    desk: Sequence[uuid.UUID]


@dataclass(frozen=True)
class Teller:
    """Tells the records of one partner. Nothing happens after `now`."""

    staff: Staff
    now: dt.datetime

    def at(self, day: dt.date, hour: int, number: int) -> dt.datetime:
        """A moment of that day, the same at every run; never in the future."""
        moment = dt.datetime.combine(day, dt.time(hour, number * 7 % 60), ROME)
        return min(moment, self.now - dt.timedelta(minutes=24 - hour))

    def person(self, person: SyntheticPerson, path: SyntheticPath) -> BulkPerson:
        """A registered person with everything that happened to her."""
        if path.registered_on is None:
            raise ValueError("only registered people are told")
        n = person.number
        registered = self.at(path.registered_on, REGISTER, n)
        return BulkPerson(
            identity=identity_of(person),
            person_id=uuid.uuid5(NAMESPACE, str(n)),
            registered_at=registered,
            registered_by=_pick([*self.staff.desk, *self.staff.operators], n),
            identifiers=tuple(
                BulkIdentifier(i.kind, i.value, valid_from=i.issued_on, valid_until=i.expires_on, is_verified=n % 3 > 0)
                for i in person.identifiers
            ),
            channels=(BulkChannel("phone", person.phone, person.safe_to_call),) if person.phone else (),
            stays=tuple(
                BulkStay(
                    s.code, s.document, s.valid_from, expires_on=s.expires_on, expiry_missing=s.expiry_missing,
                    renewal_requested_on=s.renewal_requested_on,
                )
                for s in person.stays
            ),
            place=BulkPlace(person.household.code, person.household.role, path.registered_on)
            if person.household
            else None,
            guardian=BulkGuardian(
                f"{person.guardian.given} {person.guardian.family}", appointed_on=person.guardian.appointed_on
            )
            if person.guardian
            else None,
            notices=(BulkNotice(NOTICE, _notice_language(person), "paper", path.registered_on),) if n % 17 else (),
            contacts=tuple(
                self.contact(c, n, CONTACT if c.on >= path.registered_on else None) for c in path.contacts
            ),
            intake=self.intake(path, n),
            case=self.case(person, path.case, path) if path.case else None,
        )  # fmt: skip

    def contact(self, contact: story.Contact, n: int, hour: int | None = None) -> BulkContact:
        """A meeting at this hour, or at one that suits the place: the mobile unit goes out in the evening."""
        return BulkContact(
            met_at=self.at(contact.on, pace.hour_at(contact.place, n) if hour is None else hour, n),
            met_by=_pick([*self.staff.operators, *self.staff.desk], n),
            place=contact.place,
            area=contact.area,
            language=contact.language,
            sex=contact.sex,
            age_band=contact.age_band,
            nickname=contact.nickname,
            note=contact.note,
            needs=contact.needs,
            declined=contact.declined,
        )

    def intake(self, path: SyntheticPath, n: int) -> BulkIntake | None:
        """The episode from first contact to first service; none for children within a parent's case."""
        if path.within_family:
            return None
        first = path.contacts[0]
        screening, decision, case = path.screening, path.decision, path.case
        served = case.first_service_on if case else None
        is_same_day = path.registered_on is not None and first.on >= path.registered_on
        hour = CONTACT if is_same_day else pace.hour_at(first.place, n)
        return BulkIntake(
            first_contact_at=self.at(first.on, hour, n),
            source=first.source,
            screened_at=self.at(screening.on, SCREEN, n) if screening else None,
            screened_by=_pick([*self.staff.managers, *self.staff.desk], n) if screening else None,
            urgency=screening.urgency if screening else 0,
            needs=screening.needs if screening else (),
            needs_protection_now=bool(screening and screening.needs_protection_now),
            eligibility=screening.eligibility if screening else "",
            eligibility_note=screening.note if screening else "",
            outcome=decision.outcome if decision else "",
            first_service_at=self.at(served, SERVE, n) if served else None,
        )

    def case(self, person: SyntheticPerson, case: story.Case, path: SyntheticPath) -> BulkCase:
        """The taking in charge with its work."""
        n = person.number
        manager, team = self.team(case, n)
        writer = manager if case.has_manager else team[0][0]
        closure = case.closure
        return BulkCase(
            opened_at=self.at(case.opened_on, TAKE, n),
            lines=case.lines,
            manager=manager if case.has_manager else None,
            opened_by=manager,
            team=team,
            stage=case.stage,
            closed_at=self.at(closure.on, CLOSE, n) if closure else None,
            closed_by=manager if closure else None,
            closure_reason=closure.reason if closure else "",
            closure_note=closure.note if closure else "",
            helpfulness=closure.helpfulness if closure else None,
            assessments=tuple(
                BulkAssessment(a.moment, a.on, tuple((d, v) for d, v in a.scores if v), a.summary, writer)
                for a in case.assessments
            ),
            plans=(self.plan(person, case.plan, writer),) if case.plan else (),
            interventions=tuple(
                BulkIntervention(i.code, i.on, i.minutes or None, i.result, note=i.note,
                                 delivered_by=_pick([writer, *(m for m, _ in team)], n + k),
                                 recorded_at=self.at(i.on, SERVE, n + k))
                for k, i in enumerate(case.interventions)
            ),
            notes=tuple(
                BulkNote(x.text, self.at(x.on, WRITE, n + k), x.level, writer) for k, x in enumerate(case.notes)
            ),
            reviews=tuple(BulkReview(r.on, r.next_on, r.summary, writer) for r in case.reviews),
            vulnerabilities=tuple(
                BulkVulnerability(v.code, v.certainty, case.opened_on, writer) for v in person.vulnerabilities
            ),
        )  # fmt: skip

    def team(self, case: story.Case, n: int) -> tuple[uuid.UUID, tuple[tuple[uuid.UUID, str], ...]]:
        """Who manages the case, and the others of the team; without a manager somebody else writes the notes."""
        manager = _pick(self.staff.managers, n)
        parts = [part for part in case.team if part != "manager"]
        others = {_pick(self.staff.specialists, n + i): part for i, part in enumerate(parts)}
        if case.has_manager:
            others.pop(manager, None)
        elif not others:
            others = {manager: "social_worker"}
        return manager, tuple(others.items())

    def plan(self, person: SyntheticPerson, plan: story.Plan, writer: uuid.UUID) -> BulkPlan:
        """The plan with its goals; a draft has no day of agreement."""
        return BulkPlan(
            drafted_at=self.at(plan.drafted_on, PLAN, person.number),
            status="agreed" if plan.agreed_on else "draft",
            language=person.languages[0].code if person.languages else "",
            agreed_on=plan.agreed_on,
            review_on=plan.review_on,
            drafted_by=writer,
            goals=tuple(
                BulkGoal(
                    g.domain, g.text, due_on=g.due_on, outcome=g.outcome, blocked_by=g.blocked_by,
                    actions=tuple(BulkAction(a.text, a.who, a.due_on, a.done_on) for a in g.actions),
                )
                for g in plan.goals
            ),
        )  # fmt: skip


def identity_of(person: SyntheticPerson) -> Identity:
    """The invented identity in the platform's words."""
    return Identity(
        given_name=person.name.given,
        family_name=person.name.family,
        native_name=person.name.native,
        known_as=person.name.known_as,
        sex=person.sex,
        birth_date=person.birth.on,
        birth_precision=person.birth.precision,
        birth_country=person.birth.country,
        birth_place=person.birth.place,
        citizenships=person.citizenships,
        is_stateless=not person.citizenships,
        languages=tuple(language.code for language in person.languages),
        needs_interpreter=bool(person.interpreter),
        arrived_on=person.arrived_on,
    )


def _notice_language(person: SyntheticPerson) -> str:
    return person.languages[0].code if person.languages else "it"


def _pick(people: Sequence[uuid.UUID], number: int) -> uuid.UUID:
    return people[number % len(people)]
