# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that changes in tests."""

from lgnet.examinations.actions.keeping import (
    Draft,
    Wording,
    close_exam,
    edit_exam,
    export_results,
    make_bank,
    make_exam,
    open_exam,
    restore_question,
    retire_question,
    write_question,
)
from lgnet.examinations.actions.marking import Mark, mark
from lgnet.examinations.actions.sitting import (
    Given,
    admit,
    begin,
    end_mine,
    end_what_ran_out,
    hand_in,
    save_answer,
)

__all__ = [
    "Draft", "Given", "Mark", "Wording", "admit", "begin", "close_exam", "edit_exam", "end_mine",
    "end_what_ran_out", "export_results", "hand_in", "make_bank", "make_exam", "mark", "open_exam",
    "restore_question", "retire_question", "save_answer", "write_question",
]  # fmt: skip
