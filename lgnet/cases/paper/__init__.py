# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a case. Here: the individual plan, in Italian and in the person's language side by side.

The labels are translated in `labels.json`, with the outcome domains and the parts in a team. Goals and actions
are printed as somebody wrote them, never translated.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from lgnet.ui import paper

__all__ = ["PlanAction", "PlanGoal", "PlanPaper", "TeamMember", "Words", "label_languages", "render_plan"]

ITALIAN = "it"
# Who speaks a language without labels gets them in English; what was written for them stays in theirs.
WITHOUT_LABELS = "en"
LABELS = Path(__file__).with_name("labels.json")


@dataclass(frozen=True)
class Words:
    """Something written in Italian and, if somebody wrote it so, in the person's language."""

    italian: str
    translated: str = ""


@dataclass(frozen=True)
class TeamMember:
    """A colleague; `part`: the code of their part in the team (`CaseMember.Part`)."""

    name: str
    part: str


@dataclass(frozen=True)
class PlanAction:
    """One step: what, who does it (with a name, if known), by which day."""

    what: Words
    who: Literal["person", "worker", "team", "outside"]
    name: str = ""
    by: dt.date | None = None


@dataclass(frozen=True)
class PlanGoal:
    """One goal; `area`: the code of its outcome domain (`lgnet.cases.models.Domain`)."""

    text: Words
    area: str = ""
    by: dt.date | None = None
    actions: tuple[PlanAction, ...] = ()


@dataclass(frozen=True)
class PlanPaper:
    """All that the printed plan says. `agreed_on` empty prints "draft"; a guardian signs for minors only."""

    issuer: str
    person: str
    code: str
    version: int
    case_manager: str
    issuer_lines: tuple[str, ...] = ()
    team: tuple[TeamMember, ...] = ()
    agreed_on: dt.date | None = None
    review_on: dt.date | None = None
    goals: tuple[PlanGoal, ...] = ()
    is_minor: bool = False
    guardian: str = ""
    mediator: str = ""


def render_plan(plan: PlanPaper, *, second_language: str | None = None) -> bytes:
    """Print the plan as PDF: Italian alone, or Italian beside the person's language (a BCP 47 code)."""
    second = second_language if second_language not in (None, "", ITALIAN) else None
    return paper.render(
        "cases/paper/plan.typ",
        {
            "issuer": plan.issuer,
            "issuer_lines": plan.issuer_lines,
            "foot": f"{plan.code} · {_labels()[ITALIAN]['version']} {plan.version}",
            "italian": _column(plan, ITALIAN, ITALIAN),
            "other": _column(plan, second, _labelled(second)) if second else None,
        },
        language=ITALIAN,
        second_language=second,
    )


def label_languages() -> tuple[str, ...]:
    """The languages in which the paper's own words exist."""
    return tuple(_labels())


def _column(plan: PlanPaper, language: str, labels_in: str) -> dict[str, object]:
    """One language's side of the paper, ready to print: the template only places it."""
    labels = _labels()[labels_in]
    return {
        "labels": labels,
        "labels_language": labels_in,
        "language_name": _language_name(language),
        "facts": _facts(plan, labels, labels_in),
        "goals": [_goal(goal, language, labels, labels_in) for goal in plan.goals],
        "signers": _signers(plan, labels),
    }


def _facts(plan: PlanPaper, labels: Mapping[str, str], labels_in: str) -> list[dict[str, str | bool]]:
    team = "\n".join(f"{member.name}, {labels[f'part_{member.part}']}" for member in plan.team)
    said = {
        "person": plan.person,
        "code": plan.code,
        "guardian": plan.guardian if plan.is_minor else "",
        "case_manager": plan.case_manager,
        "team": team,
        "mediator": plan.mediator,
    }
    days = {
        "agreed_on": _day(plan.agreed_on, labels_in) or labels["draft"],
        "review_on": _day(plan.review_on, labels_in),
    }
    return [
        {"label": labels[name], "value": value, "in_labels": name in (*days, "team")}
        for name, value in (said | days).items()
        if value
    ]


def _goal(goal: PlanGoal, language: str, labels: Mapping[str, str], labels_in: str) -> dict[str, object]:
    return {
        "text": _words(goal.text, language),
        "translated": bool(goal.text.translated),
        "area": labels[f"area_{goal.area}"] if goal.area else "",
        "by": _day(goal.by, labels_in),
        "actions": [
            {
                "what": _words(action.what, language),
                "translated": bool(action.what.translated),
                "who": action.name or labels[f"who_{action.who}"],
                "by": _day(action.by, labels_in),
            }
            for action in goal.actions
        ],
    }


def _signers(plan: PlanPaper, labels: Mapping[str, str]) -> list[list[str]]:
    signers = [[labels["person"], plan.person], [labels["case_manager"], plan.case_manager]]
    if plan.is_minor:
        signers.append([labels["guardian"], plan.guardian])
    if plan.mediator:
        signers.append([labels["mediator"], plan.mediator])
    return signers


def _words(words: Words, language: str) -> str:
    """What was written in that language, or else the Italian: better a word not understood than none."""
    return words.italian if language == ITALIAN else words.translated or words.italian


def _day(day: dt.date | None, language: str) -> str:
    return format_date(day, format="long", locale=language) if day else ""


def _language_name(language: str) -> str:
    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]


def _labelled(language: str) -> str:
    base = language.split("-")[0]
    return base if base in _labels() else WITHOUT_LABELS


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(LABELS.read_text(encoding="utf-8"))
    return table
