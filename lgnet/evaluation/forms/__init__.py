# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms of the evaluation accept."""

from lgnet.evaluation.forms.answering import AnswerForm
from lgnet.evaluation.forms.writing import QuestionsForm

__all__ = ["AnswerForm", "QuestionsForm"]
