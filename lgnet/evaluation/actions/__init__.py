# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that changes in surveys and their questions."""

from lgnet.evaluation.actions.answering import answer
from lgnet.evaluation.actions.asking import close_due, open_due, tell_partner
from lgnet.evaluation.actions.exporting import export_form
from lgnet.evaluation.actions.writing import Wording, load_shipped, write_questions

__all__ = [
    "Wording",
    "answer",
    "close_due",
    "export_form",
    "load_shipped",
    "open_due",
    "tell_partner",
    "write_questions",
]
