# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The fund's form on operators leaves the platform."""

from collections.abc import Sequence

from lgnet.core import audit
from lgnet.evaluation import policies
from lgnet.evaluation.queries.form import FormLine
from lgnet.network.worker import Worker


def export_form(*, by: Worker, lines: Sequence[FormLine], kind: str, quarter: str) -> None:
    """Write down that the form was taken away, and how many lines of it."""
    policies.take_form(by).enforce()
    audit.record(
        "training.form_exported", kind="evaluation.form", rows=len(lines), file=kind, quarter=quarter
    )
