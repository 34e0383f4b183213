# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A piece of work as its fragment shows it: it asks again every two seconds while a job is at work."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from lgnet.core.authz import Sentence, Verdict, no
from lgnet.counting.models import FactKind
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.quality.reportability import Reason
from lgnet.snapshots import policies
from lgnet.snapshots.actions.work import is_moving
from lgnet.snapshots.findings import Finding
from lgnet.snapshots.models import Work

TOLD = 30


@dataclass(frozen=True)
class WorkPage:
    """How far it is, what came of it, how to go on with it."""

    work: Work
    asks_again: bool
    may_resume: Verdict
    findings: tuple[Sentence, ...]
    more: int
    reasons: tuple[tuple[Sentence, int], ...]

    @property
    def url(self) -> str:
        return reverse("snapshots:work", args=[self.work.pk])


def work_page(by: Worker, work: Work) -> WorkPage:
    """Build the fragment; names of partners only where something was found."""
    moving = is_moving(work)
    kept = [Finding(**one) for one in work.outcome.get("findings", [])]
    names = _names() if kept else {}
    reasons = work.outcome.get("reasons", {})
    return WorkPage(
        work=work,
        asks_again=moving,
        may_resume=no("") if moving or work.state == Work.State.DONE else policies.resume(by, work),
        findings=tuple(one.sentence(names) for one in kept[:TOLD]),
        more=max(0, work.outcome.get("found", 0) - TOLD),
        reasons=tuple((Reason(code).label, n) for code, n in reasons.items() if code in Reason.values),
    )


def _names() -> Mapping[str, str]:
    names = {str(pk): name for pk, name in Organisation.objects.values_list("pk", "short_name")}
    return names | {kind.value: str(kind.label) for kind in FactKind}
