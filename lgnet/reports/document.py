# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report as it is read, printed and frozen: one form for what is being written and for what was sent.

The digest is of the canonical JSON (sorted keys, no blanks, UTF-8), so that anybody can recompute it.
"""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lgnet.direction.indicators import INDICATORS
from lgnet.network.models import Organisation
from lgnet.reports.figures import Figures
from lgnet.reports.models import Answer, Attachment, Deviation, NetworkSubject, Period
from lgnet.reports.quarters import Quarter
from lgnet.reports.questions import Origin, Question

FORMAT = 2  # 1 had neither planned values nor timeliness; `frozen` reads both


@dataclass(frozen=True, slots=True)
class DeviationLine:
    """A deviation or a problem as it was written."""

    kind: str
    text: str
    origin: str
    indicator: str
    remedy: str
    due_on: dt.date | None

    @property
    def origin_words(self) -> str:
        return str(Origin(self.origin).label)

    @property
    def indicator_words(self) -> str:
        """The indicator's name, its code where it is not measured any more."""
        return str(INDICATORS[self.indicator].name) if self.indicator in INDICATORS else self.indicator


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A body of the territory and what it did."""

    name: str
    kind: str
    role: str

    @property
    def kind_words(self) -> str:
        return str(NetworkSubject.Kind(self.kind).label)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that belongs to the report; `digest` is its SHA-256, `size` in bytes."""

    id: uuid.UUID
    name: str
    size: int
    digest: str


@dataclass(frozen=True)
class Document:
    """Everything a report says."""

    partner_code: str
    partner_name: str
    quarter: Quarter
    edition: str
    figures: Figures
    answers: Mapping[str, str]
    deviations: tuple[DeviationLine, ...]
    subjects: tuple[SubjectLine, ...]
    attachments: tuple[AttachedFile, ...]

    def deviations_of(self, question: str) -> tuple[DeviationLine, ...]:
        """The lines under a question."""
        return tuple(line for line in self.deviations if line.kind == question)

    def is_answered(self, question: Question) -> bool:
        """Whether something stands under a question: words, or lines where it asks for lines."""
        if self.answers.get(question, "").strip():
            return True
        if question.rows == "deviation":
            return bool(self.deviations_of(question))
        return question.rows == "subject" and bool(self.subjects)

    @property
    def missing(self) -> tuple[Question, ...]:
        """The questions under which nothing stands yet."""
        return tuple(question for question in Question if not self.is_answered(question))

    def texts(self) -> list[tuple[str, str]]:
        """Everything that was typed, each with the question it stands under."""
        typed = [(question, text) for question, text in self.answers.items()]
        typed += [(line.kind, f"{line.text}\n{line.remedy}") for line in self.deviations]
        typed += [(Question.NETWORKS.value, f"{line.name}\n{line.role}") for line in self.subjects]
        return [(question, text) for question, text in typed if text.strip()]

    def as_json(self) -> dict[str, Any]:
        """As it is frozen."""
        return {
            "format": FORMAT,
            "partner": {"code": self.partner_code, "name": self.partner_name},
            "period": {"quarter": self.quarter.code, "edition": self.edition},
            "figures": self.figures.as_json(),
            **self._written(),
        }

    def _written(self) -> dict[str, Any]:
        return {
            "answers": dict(self.answers),
            "deviations": [
                {
                    "kind": line.kind, "text": line.text, "origin": line.origin, "indicator": line.indicator,
                    "remedy": line.remedy, "due_on": line.due_on.isoformat() if line.due_on else None,
                }
                for line in self.deviations
            ],
            "subjects": [{"name": s.name, "kind": s.kind, "role": s.role} for s in self.subjects],
            "attachments": [
                {"id": str(file.id), "name": file.name, "size": file.size, "digest": file.digest}
                for file in self.attachments
            ],
        }  # fmt: skip

    @property
    def seen(self) -> str:
        """What tells whether somebody has written on since a page was drawn. Figures do not count."""
        return digest_of(self._written())[:32]


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def frozen(content: Mapping[str, Any]) -> Document:
    """Read back what was frozen."""
    quarter = Quarter.parse(content["period"]["quarter"])
    if quarter is None:
        raise ValueError("a frozen report names no quarter")
    return Document(
        partner_code=content["partner"]["code"],
        partner_name=content["partner"]["name"],
        quarter=quarter,
        edition=content["period"]["edition"],
        figures=Figures.of_json(content["figures"]),
        answers=content["answers"],
        deviations=tuple(
            DeviationLine(
                **{**line, "due_on": dt.date.fromisoformat(line["due_on"]) if line["due_on"] else None}
            )
            for line in content["deviations"]
        ),
        subjects=tuple(SubjectLine(**line) for line in content["subjects"]),
        attachments=tuple(
            AttachedFile(**{**file, "id": uuid.UUID(file["id"])}) for file in content["attachments"]
        ),
    )


def written(
    partner: Organisation,
    period: Period,
    figures: Figures,
    answers: Sequence[Answer] = (),
    deviations: Sequence[Deviation] = (),
    subjects: Sequence[NetworkSubject] = (),
    attachments: Sequence[Attachment] = (),
) -> Document:
    """What the rows say now."""
    texts = {answer.question: answer.text for answer in answers}
    return Document(
        partner_code=partner.code,
        partner_name=partner.name,
        quarter=period.quarter,
        edition=period.edition.code,
        figures=figures,
        answers={question.value: texts.get(question.value, "") for question in Question},
        deviations=tuple(
            DeviationLine(row.kind, row.text, row.origin, row.indicator, row.remedy, row.due_on)
            for row in deviations
        ),
        subjects=tuple(SubjectLine(row.name, row.kind, row.role) for row in subjects),
        attachments=tuple(AttachedFile(row.pk, row.name, row.size, row.digest) for row in attachments),
    )
