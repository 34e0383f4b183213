# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from lgnet.recognition.forms.credits import CourseForm, ProofForm
from lgnet.recognition.forms.issuing import AwardForm, CodeForm, RevokeForm

__all__ = ["AwardForm", "CodeForm", "CourseForm", "ProofForm", "RevokeForm"]
