# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the checks found, as two pages show it: what keeps the figures here, and what only warns."""

from dataclasses import dataclass

from django.utils.formats import number_format

from lgnet.snapshots import queries


@dataclass(frozen=True, kw_only=True)
class Found:
    """The findings of a page about a cut-off."""

    findings: tuple[queries.CheckFinding, ...]

    @property
    def blocking(self) -> tuple[queries.CheckFinding, ...]:
        return tuple(one for one in self.findings if one.is_blocking)

    @property
    def warnings(self) -> tuple[queries.CheckFinding, ...]:
        return tuple(one for one in self.findings if not one.is_blocking)


def signed(n: int) -> str:
    """A change as its reader writes it: +3.031 in Italian, with a true minus sign."""
    sign = "+" if n > 0 else "\u2212" if n < 0 else ""
    return f"{sign}{number_format(abs(n), force_grouping=True)}"
