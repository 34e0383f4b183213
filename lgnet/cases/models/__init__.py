# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking in charge: intake with its clock, the case, assessment, plan, work, closure."""

from lgnet.cases.models.assessment import Assessment, Score, Vulnerability
from lgnet.cases.models.case import Case, CaseMember
from lgnet.cases.models.intake import ClockStandard, Intake, NextStep, Urgency
from lgnet.cases.models.plan import Goal, GoalAction, Plan
from lgnet.cases.models.work import Intervention, Note, Review

__all__ = [
    "Assessment", "Case", "CaseMember", "ClockStandard", "Goal", "GoalAction", "Intake", "Intervention",
    "NextStep", "Note", "Plan", "Review", "Score", "Urgency", "Vulnerability",
]  # fmt: skip
