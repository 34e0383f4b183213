# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from lgnet.examinations.models.bank import Bank, Question, QuestionVersion
from lgnet.examinations.models.exam import Draw, Exam
from lgnet.examinations.models.sitting import Admission, Answer, Attempt

__all__ = ["Admission", "Answer", "Attempt", "Bank", "Draw", "Exam", "Question", "QuestionVersion"]
