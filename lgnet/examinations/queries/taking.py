# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody may sit, and where they stand in it."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from lgnet.examinations.models import Admission, Attempt, Exam
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's own path through a test: their admission, if any, and their attempts, the latest first."""

    exam: Exam
    admission: Admission | None
    attempts: tuple[Attempt, ...]

    @property
    def under_way(self) -> Attempt | None:
        return next((one for one in self.attempts if one.state == Attempt.State.OPEN), None)

    @property
    def has_passed(self) -> bool:
        return any(one.passed for one in self.attempts)

    @property
    def is_waiting(self) -> bool:
        return any(one.state == Attempt.State.MARKING for one in self.attempts)

    @property
    def allowed(self) -> int:
        """How many attempts they have altogether."""
        return self.exam.attempts + (self.admission.extra_attempts if self.admission else 0)

    @property
    def left(self) -> int:
        return max(0, self.allowed - len(self.attempts))

    @property
    def minutes(self) -> int | None:
        """How long an attempt lasts for them, in minutes."""
        return minutes_for(self.exam, self.admission)


def minutes_for(exam: Exam, admission: Admission | None) -> int | None:
    """The time of an attempt with what is added for whoever needs it, rounded up to whole minutes."""
    if exam.minutes is None:
        return None
    extra = admission.extra_percent if admission else 0
    return -(-exam.minutes * (100 + extra) // 100)


def standing(by: Worker, exam: Exam) -> Standing:
    """Where somebody stands in one test. Two queries."""
    admission = Admission.objects.filter(exam=exam, colleague=by.user.pk).first()
    attempts = Attempt.objects.filter(exam=exam, colleague=by.user.pk).order_by("-number")
    return Standing(exam, admission, tuple(attempts))


def offers(by: Worker) -> list[Standing]:
    """The tests somebody may sit or has sat, the open ones first. Three queries."""
    mine = Admission.objects.filter(colleague=by.user.pk)
    exams = Exam.objects.exclude(state=Exam.State.DRAFT).filter(
        Q(for_everybody=True) | Q(admissions__in=mine)
    )
    exams = exams.distinct().prefetch_related(
        Prefetch("admissions", queryset=mine, to_attr="mine"),
        Prefetch(
            "attempts_made",
            queryset=Attempt.objects.filter(colleague=by.user.pk).order_by("-number"),
            to_attr="tried",
        ),
    )
    found = [
        Standing(exam, next(iter(getattr(exam, "mine", [])), None), tuple(getattr(exam, "tried", [])))
        for exam in exams.order_by("-made_at", "-id")[:100]
    ]
    return sorted(found, key=lambda one: (one.exam.state != Exam.State.OPEN, one.has_passed))
