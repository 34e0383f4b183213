# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What we ship: the questions of the two surveys, and which misses and refusals propose which training."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Labelled, Sureness, read_shipped
from lgnet.evaluation.models import SurveyKind
from lgnet.training.models import Module

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Asked(Labelled):
    """A question of a version of a questionnaire."""

    kind: str
    number: int
    position: int
    answered: str
    label_it: str
    label_en: str
    source: str
    sure: Sureness


class Signal(StrEnum):
    """From what a proposal comes."""

    MISS = "miss"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Rule:
    """A miss of the data, or a refusal ("moment/reason"), that proposes training from so many per cent on."""

    signal: Signal
    code: str
    least_percent: int
    area: str
    reason_it: str
    reason_en: str
    source: str
    sure: Sureness

    def reason(self, language: str) -> str:
        """Why, with places for the number and the share."""
        return self.reason_it if language.startswith("it") else self.reason_en


@lru_cache(maxsize=1)
def questions() -> tuple[Asked, ...]:
    """Every shipped question, by kind, version and position."""
    return read_shipped(DATA / "questions.csv", Asked)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The table by which training is proposed."""
    found = read_shipped(DATA / "proposals.csv", Rule)
    unknown = {rule.area for rule in found} - set(Module.Area.values)
    unknown |= {each.kind for each in questions()} - set(SurveyKind.values)
    if unknown:
        raise ValueError(f"shipped data of evaluation name what is not known: {sorted(unknown)}")
    return found
