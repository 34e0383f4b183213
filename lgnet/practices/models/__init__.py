# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practices of partners as cards, how another partner reviews them, and who takes them up with what result."""

from lgnet.practices.models.adoption import Adoption, AdoptionStep, ComparedMonth, Feedback
from lgnet.practices.models.practice import Card, CardFile, Figure, Language, Practice, Reminder
from lgnet.practices.models.review import Question, Review

__all__ = [
    "Adoption",
    "AdoptionStep",
    "Card",
    "CardFile",
    "ComparedMonth",
    "Feedback",
    "Figure",
    "Language",
    "Practice",
    "Question",
    "Reminder",
    "Review",
]
