# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a page of answers, or of marks, sends: read field by field, for its fields depend on what was drawn."""

from collections.abc import Iterable

from django.http import QueryDict

from lgnet.examinations.actions import Given, Mark
from lgnet.examinations.models import Answer, QuestionVersion


def given_in(sent: QueryDict, answers: Iterable[Answer]) -> dict[int, Given]:
    """By position, what was answered: fields are called "q" and the position; what is no number is nothing."""
    found = {}
    for answer in answers:
        name = f"q{answer.position}"
        if answer.asked.kind == QuestionVersion.Kind.TEXT:
            if name in sent:  # a page that was sent without it has nothing to say about it
                found[answer.position] = Given(text=str(sent[name]).replace("\x00", ""))
        else:
            values = sent.getlist(name)
            found[answer.position] = Given(frozenset(int(value) for value in values if _is_place(value)))
    return found


def _is_place(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 3


def marks_in(sent: QueryDict, answers: Iterable[Answer]) -> tuple[dict[int, Mark], set[int]]:
    """By position, the marks that were given; and the positions whose points are no number that is possible."""
    marks, wrong = {}, set()
    for answer in answers:
        points = sent.get(f"points{answer.position}", "").strip()
        if not points:
            continue
        if _is_place(points) and int(points) <= answer.asked.points:
            remark = sent.get(f"remark{answer.position}", "").replace("\x00", "")
            marks[answer.position] = Mark(int(points), remark)
        else:
            wrong.add(answer.position)
    return marks, wrong
