# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked about a module, who is asked, and what they answered: answers belong to nobody."""

from lgnet.evaluation.models.answer import Answer, Group, Quote, Remark, Tally
from lgnet.evaluation.models.questionnaire import Question, Questionnaire, SurveyKind
from lgnet.evaluation.models.survey import Invitation, Survey

__all__ = [
    "Answer",
    "Group",
    "Invitation",
    "Question",
    "Questionnaire",
    "Quote",
    "Remark",
    "Survey",
    "SurveyKind",
    "Tally",
]
