# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page that takes the table of targets as a file: first looked at, then decided."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.direction.proposal import Proposal
from lgnet.direction.sheet import SheetProblem, SheetReading


@dataclass(frozen=True)
class SheetPage:
    """The form, and once a file was read: what it changes, or what is wrong with it."""

    form: Form
    proposal: Proposal | None
    problems: tuple[SheetProblem, ...]
    same: int
    reason: Form | None
    files: tuple[tuple[str, str], ...]


def sheet_page(
    *,
    form: Form,
    reading: SheetReading | None = None,
    proposal: Proposal | None = None,
    reason: Form | None = None,
) -> SheetPage:
    """Build the page without a query."""
    if reading is not None and not reading.problems:
        proposal = Proposal(reading.changes)
    asks = proposal is not None and bool(proposal.changes)
    return SheetPage(
        form=form,
        proposal=proposal,
        problems=reading.problems if reading else (),
        same=reading.same if reading else 0,
        reason=reason if asks else None,
        files=tuple(
            (kind.upper(), reverse("direction:targets_file", args=[kind])) for kind in ("xlsx", "csv")
        ),
    )
