# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from lgnet.examinations.forms.answers import given_in, marks_in
from lgnet.examinations.forms.keeping import AdmissionForm, BankForm, ExamForm, QuestionForm

__all__ = ["AdmissionForm", "BankForm", "ExamForm", "QuestionForm", "given_in", "marks_in"]
