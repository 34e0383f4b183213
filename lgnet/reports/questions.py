# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The six questions of the quarterly procedural form, as the fund asks them, and where a deviation comes from.

Source: FAMI guidelines for the monitoring tools (2021), procedural form and form of the subjects of the network.
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Question(models.TextChoices):
    """What is asked of a partner each quarter."""

    ACTIVITIES = "activities", _("Main activities and outputs")
    STRENGTHS = "strengths", _("Strengths and success factors")
    DEVIATIONS = "deviations", _("Deviations from the approved timeline")
    PROBLEMS = "problems", _("Problems and how they were solved")
    WORK_GROUP = "work-group", _("Changes in the work group")
    NETWORKS = "networks", _("How the territorial networks were activated")

    @property
    def asks(self) -> Promise:
        """The question as it is put to whoever writes."""
        return _ASKS[self]

    @property
    def short(self) -> Promise:
        """In a word or two, for the steps."""
        return _SHORT[self]

    @property
    def rows(self) -> str:
        """Which rows may answer it beside the text: "deviation", "subject" or none."""
        if self in {Question.DEVIATIONS, Question.PROBLEMS}:
            return "deviation"
        return "subject" if self == Question.NETWORKS else ""


_ASKS: dict[Question, Promise] = {
    Question.ACTIVITIES: _("What did you do in these three months, and what came of it?"),
    Question.STRENGTHS: _("What went well, and why? What would you advise the other partners to do too?"),
    Question.DEVIATIONS: _(
        "What was to be done by now and was not? One line for each; if there is nothing, write so."
    ),
    Question.PROBLEMS: _("What stood in the way, where did it come from, and how did you solve it?"),
    Question.WORK_GROUP: _("Who joined, who left, which roles changed? Write roles and numbers, not names."),
    Question.NETWORKS: _("With whom did you work in the territory, and what did each of them do?"),
}
_SHORT: dict[Question, Promise] = {
    Question.ACTIVITIES: _("What was done"),
    Question.STRENGTHS: _("Strengths"),
    Question.DEVIATIONS: _("Deviations"),
    Question.PROBLEMS: _("Problems"),
    Question.WORK_GROUP: _("Work group"),
    Question.NETWORKS: _("Networks"),
}


class Origin(models.TextChoices):
    """Where a deviation or a problem comes from. The beneficiary is the funded body, never the person served."""

    BENEFICIARY = "beneficiary", _("The beneficiary (our own body)")
    OTHERS = "others", _("Other subjects")
    CONTEXT = "context", _("The context")
