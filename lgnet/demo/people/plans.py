# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The goals of a plan: chosen by need, with steps that were done, are due, or wait for something else."""

from dataclasses import dataclass
from datetime import date, timedelta

from lgnet.demo.people import texts
from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.story import Action, Goal
from lgnet.demo.people.tables import Draw, pick

DOMAINS = ("housing", "language", "work", "income", "legal", "health_access", "network", "autonomy")
ASKED_AT_REVIEW = ("housing", "work", "legal", "autonomy")
DOMAIN_OF_NEED = {
    "legal": "legal", "housing": "housing", "health": "health_access", "psychological": "health_access",
    "work": "work", "school_family": "autonomy", "language": "language", "minors": "autonomy",
    "basic_needs": "income", "violence_trafficking": "legal",
}  # fmt: skip
WAITS_FOR = {"work": "legal", "housing": "work", "income": "legal"}
REACHED = {"achieved": 0.9, "partly_achieved": 0.5, "": 0.18}


@dataclass(frozen=True, slots=True)
class Frame:
    """When the plan was written, the last day of activity, why the case ended (empty while open), today."""

    drafted_on: date
    last: date
    reason: str
    today: date


def goals(draw: Draw, person: SyntheticPerson, needs: tuple[str, ...], frame: Frame) -> tuple[Goal, ...]:
    """Two to five goals, the needs of the screening first."""
    domains = list(dict.fromkeys(DOMAIN_OF_NEED[need] for need in needs))
    while len(domains) < 2 or (len(domains) < 5 and draw() < 0.3):
        domain = pick(draw, DOMAINS)
        if domain not in domains:
            domains.append(domain)
    marks = texts.situations(person)
    return tuple(_goal(draw, domain, domains, marks, frame) for domain in domains[:5])


def _goal(draw: Draw, domain: str, domains: list[str], marks: frozenset[str], frame: Frame) -> Goal:
    offered = [goal for goal in texts.goals()[domain].goals if texts.suits(goal[0], marks)]
    for_them = [goal for goal in offered if goal[0].startswith("@")]
    text, *steps = pick(draw, for_them if for_them and draw() < 0.5 else offered)
    due = frame.drafted_on + timedelta(days=60 + int(200 * draw()))
    outcome = _outcome(draw, frame)
    done = outcome == "reached"
    actions = tuple(_action(draw, step, i, done, due, frame) for i, step in enumerate(steps))
    first = WAITS_FOR.get(domain, "")
    blocked = domains.index(first) if first in domains[:5] and not outcome and draw() < 0.45 else None
    return Goal(domain, texts.plain(text), due, outcome, blocked, actions)


def _outcome(draw: Draw, frame: Frame) -> str:
    chance = draw()
    if chance < REACHED.get(frame.reason, 0.25):
        return "reached"
    if not frame.reason:
        return "dropped" if chance > 0.97 else ""
    return "partly" if chance < 0.93 and draw() < 0.5 else "not_reached" if draw() < 0.8 else "dropped"


def _action(draw: Draw, step: str, place: int, done: bool, goal_due: date, frame: Frame) -> Action:
    who, _, text = step.partition(": ")
    room = max(1, (goal_due - frame.drafted_on).days)
    due = frame.drafted_on + timedelta(days=int(room * min(1.0, 0.25 + 0.3 * place + 0.15 * draw())))
    finished = None
    if done or (due < frame.today and draw() < 0.6):
        span = max(0, (frame.last - frame.drafted_on).days)
        finished = min(frame.last, frame.drafted_on + timedelta(days=int(span * draw())))
        finished = max(finished, frame.drafted_on)
    return Action(text, who, due, finished)
