# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The case: assessments with plausible progress, plan, interventions, reviews, referrals, notes, closure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lgnet.demo.people import plans, texts
from lgnet.demo.people.levels import scores
from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.story import (
    Assessment,
    Case,
    Closure,
    Goal,
    Intervention,
    Note,
    Plan,
    Referral,
    Review,
)
from lgnet.demo.people.tables import Draw, pick, spread

Calendar = Callable[[float], date]  # days before today, unsqueezed, to the day it was

RESULTS = spread("done 86, no_show 8, refused 4, interrupted 2")
REASONS = spread(
    "achieved 36, partly_achieved 20, moved 12, other_service 12, withdrew 7, untraceable 8, not_eligible 3, returned 2"
)
MINUTES = (15, 20, 30, 30, 45, 45, 60, 60, 60, 90, 120)
TEAM = ("social_worker", "psychologist", "legal", "mediator", "educator", "housing")
EVERY_DAYS = 13  # between one intervention and the next, on average
LOST_AFTER = 95


@dataclass(frozen=True, slots=True)
class Span:
    """Days before today: decision, first service, end."""

    decided: float
    served: float | None
    ended: float | None


def case(
    draw: Draw, person: SyntheticPerson, at: Calendar, span: Span, today: date, needs: tuple[str, ...]
) -> Case:
    """The case that follows a decision to take in charge."""
    return _Worker(draw, person, at, span, today, needs).case()


def troubles(case: Case, today: date) -> set[str]:
    """What a coordinator would want to see of this case."""
    found: set[str] = set()
    if case.closure is not None:
        return {"lost_contact"} if case.closure.reason == "untraceable" else found
    if not case.has_manager:
        found.add("no_manager")
    if case.first_service_on is None and (today - case.opened_on).days > 15:
        found.add("service_overdue")
    if case.interventions and (today - case.interventions[-1].on).days > LOST_AFTER - 5:
        found.add("lost_contact")
    if sum(row.result == "refused" for row in case.interventions) >= 2:
        found.add("services_refused")
    if case.plan is not None and case.plan.agreed_on is not None and case.plan.review_on < today:
        found.add("review_overdue")
    return found


class _Worker:
    """Does the work of one case; everything is drawn from the span between decision and end (or today)."""

    def __init__(
        self,
        draw: Draw,
        person: SyntheticPerson,
        at: Calendar,
        span: Span,
        today: date,
        needs: tuple[str, ...],
    ) -> None:
        self._draw, self._person, self._at, self._span = draw, person, at, span
        self._today, self._needs = today, needs
        self._marks = texts.situations(person)
        self._written: set[str] = set()
        self._silent = span.ended is None and span.served is not None and span.served > 150 and draw() < 0.07
        self._last = (span.ended or 0) + (LOST_AFTER + 40 * draw() if self._silent else 0)

    def case(self) -> Case:
        draw, span = self._draw, self._span
        opened = self._at(span.decided)
        served = None if span.served is None else self._at(span.served)
        reason = pick(draw, REASONS) if span.ended is not None else ""
        assessments = self._assessments(reason)
        plan = self._plan(reason) if assessments else None
        interventions = () if served is None else self._interventions(plan)
        return Case(
            opened,
            self._stage(assessments, plan, bool(interventions)),
            span.ended is not None or draw() < 0.9,
            self._team(),
            self._lines(),
            served,
            assessments,
            plan,
            interventions,
            self._referrals(),
            self._reviews(plan),
            self._notes(plan),
            self._closure(reason),
        )

    def _stage(self, assessments: tuple[Assessment, ...], plan: Plan | None, delivered: bool) -> str:
        if self._span.ended is not None:
            return "closed"
        if not assessments:
            return "taken"
        if plan is None or plan.agreed_on is None:
            return "assessed"
        fresh = self._today - plan.agreed_on < timedelta(days=21)
        return "running" if delivered and not fresh else "planned"

    def _write(self, part: str, kind: str) -> str:
        """A text that this case does not have yet; nothing rather than the same words twice."""
        for _ in range(4):
            text = texts.write(self._draw, part, kind, self._person, self._marks)
            if text not in self._written:
                self._written.add(text)
                return text
        return ""

    def _within(self, share: float) -> float:
        """Days before today of a moment of the case: 0 is the opening, 1 the last activity."""
        return self._span.decided + (self._last - self._span.decided) * share

    def _length(self) -> float:
        return max(0.0, self._span.decided - self._last)

    def _team(self) -> tuple[str, ...]:
        size = 1 + int(3 * self._draw())
        return tuple(dict.fromkeys(pick(self._draw, TEAM) for _ in range(size)))

    def _lines(self) -> tuple[str, ...]:
        lines = ["taking_in_charge"]
        if "housing" in self._needs:
            lines.append("housing")
        if "work" in self._needs or self._draw() < 0.15:
            lines.append("civic_engagement")
        return tuple(lines)

    def _assessments(self, reason: str) -> tuple[Assessment, ...]:
        draw, length = self._draw, self._length()
        if self._span.served is None or (self._span.ended is None and length < 6 + 20 * draw()):
            return ()
        first = min(0.6, (3 + 20 * draw()) / max(length, 1))
        values = scores(draw, self._person, self._today)
        made = [self._assessment("entry", first, values, draw)]
        for day in range(110, int(length) - 20, 120):
            values = scores(draw, self._person, self._today, since=values)
            made.append(self._assessment("review", max(first, day / length), values, draw))
        if reason and reason not in ("untraceable", "died") and draw() < 0.93:
            values = scores(draw, self._person, self._today, since=values, bold=reason == "achieved")
            made.append(self._assessment("exit", 1.0, values, draw))
        return tuple(made)

    def _assessment(self, moment: str, share: float, values: dict[str, str], draw: Draw) -> Assessment:
        asked = plans.ASKED_AT_REVIEW if moment == "review" else plans.DOMAINS
        rows = tuple((name, "" if draw() < 0.03 else values[name]) for name in asked)
        text = self._write("assessment", "summary") if draw() < 0.8 else ""
        return Assessment(self._at(self._within(share)), moment, rows, text)

    def _plan(self, reason: str) -> Plan | None:
        draw, length = self._draw, self._length()
        days = 26 + 18 * draw()
        if self._span.ended is None and length < days:
            return None
        drafted = self._at(self._within(min(0.65, days / max(length, 1))))
        agreed = None
        if reason or draw() < 0.9:
            agreed = self._at(self._within(min(0.7, (days + 5) / max(length, 1))))
        last = self._at(self._last)
        goals = plans.goals(draw, self._person, self._needs, plans.Frame(drafted, last, reason, self._today))
        return Plan(drafted, agreed, self._review_day(drafted), goals)

    def _review_day(self, drafted: date) -> date:
        if self._span.ended is not None or self._silent:
            return drafted + timedelta(days=90)
        due = drafted + timedelta(days=90)
        while due < self._today:
            due += timedelta(days=90)
        return due - timedelta(days=90) if self._draw() < 0.12 and due - timedelta(90) > drafted else due

    def _interventions(self, plan: Plan | None) -> tuple[Intervention, ...]:
        draw, span = self._draw, self._span
        begin = span.served or 0
        end = min(self._last, begin)
        count = min(45, int((begin - end) / EVERY_DAYS * (0.6 + 0.8 * draw())))
        days = [begin, *sorted((end + (begin - end) * draw() for _ in range(count)), reverse=True)]
        goals = plan.goals if plan else ()
        return tuple(self._intervention(day, goals, first=i == 0) for i, day in enumerate(days))

    def _intervention(self, day: float, goals: tuple[Goal, ...], first: bool) -> Intervention:
        draw = self._draw
        domain = pick(draw, goals).domain if goals and draw() < 0.8 else "autonomy"
        offer = texts.goals()[domain]
        code = pick(draw, offer.codes)
        if code == "MIN01" and not self._marks & {"@minor", "@family"}:
            code = "PIC01"
        result = "done" if first else pick(draw, RESULTS)
        note = ""
        if result == "done" and draw() < 0.5:
            note = self._write("note", offer.area)
        minutes = pick(draw, MINUTES) if result in ("done", "interrupted") else 0
        return Intervention(self._at(day), code, minutes, result, note)

    def _referrals(self) -> tuple[Referral, ...]:
        draw, made = self._draw, []
        for _ in range(int(2.4 * draw() ** 2)):
            share = draw() * 0.9
            on = self._at(self._within(share))
            chance = draw()
            answer = "accepted" if chance < 0.62 else "refused" if chance < 0.75 else ""
            later = min(self._today, on + timedelta(days=1 + int(25 * draw())))
            made.append(Referral(on, pick(draw, texts.referrers()), answer, later if answer else None))
        return tuple(sorted(made, key=lambda row: row.on))

    def _reviews(self, plan: Plan | None) -> tuple[Review, ...]:
        if plan is None or plan.agreed_on is None:
            return ()
        made, on = [], plan.drafted_on + timedelta(days=90)
        last = self._at(self._last)
        while on <= last and on < plan.review_on:
            summary = self._write("review", "summary")
            made.append(Review(on, on + timedelta(days=90), summary))
            on += timedelta(days=90)
        return tuple(made)

    def _notes(self, plan: Plan | None) -> tuple[Note, ...]:
        draw = self._draw
        areas = [texts.goals()[goal.domain].area for goal in plan.goals] if plan else []
        areas += [need for need in self._needs if need != "school_family" or "@family" in self._marks]
        areas.append("general")
        made = []
        for _ in range(min(18, 1 + int(self._length() / 30 * draw() * 2))):
            area = pick(draw, areas)
            reserved = area in ("psychological", "violence_trafficking", "health")
            level = "circle" if reserved and draw() < 0.9 else "partner"
            if text := self._write("note", area):
                made.append(Note(self._at(self._within(draw())), level, text))
        return tuple(sorted(made, key=lambda note: note.on))

    def _closure(self, reason: str) -> Closure | None:
        if self._span.ended is None:
            return None
        draw = self._draw
        asked = reason not in ("untraceable", "withdrew") and draw() < 0.8
        helpful = pick(draw, (2, 3, 3, 4, 4, 4, 4, 5, 5, 5)) if asked else None
        note = self._write("closure", reason)
        return Closure(self._at(self._span.ended), reason, helpful, note)
