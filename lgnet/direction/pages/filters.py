# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Links that show a page in another way, and the partners that a region or an action line leaves."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext

from lgnet.network.models import ActionLine, Organisation


@dataclass(frozen=True)
class Choice:
    """A link that shows the page in another way."""

    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True)
class Filters:
    """What was asked for and can be asked for; "" is all."""

    region: str
    line: str
    regions: tuple[str, ...]
    lines: tuple[tuple[str, str | Promise], ...]
    lines_of: Mapping[uuid.UUID, frozenset[str]]

    @property
    def asked(self) -> dict[str, str]:
        """What goes into an address."""
        return {"region": self.region, "line": self.line}

    @property
    def is_set(self) -> bool:
        return bool(self.region or self.line)

    @property
    def line_label(self) -> str | Promise:
        return ActionLine(self.line).label if self.line else ""

    def words(self) -> list[tuple[str, str]]:
        """Label and chosen value, for whoever finds the file later."""
        chosen = ((gettext("Region"), self.region), (gettext("Action line"), str(self.line_label)))
        return [(label, value) for label, value in chosen if value]

    def keep(self, partner: Organisation) -> bool:
        """Whether the filters leave this partner."""
        return self.region in {"", partner.region} and (
            not self.line or self.line in self.lines_of.get(partner.pk, frozenset())
        )


def chosen_filters(
    partners: Sequence[Organisation],
    lines_of: Mapping[uuid.UUID, frozenset[str]],
    *,
    region: str,
    line: str,
) -> Filters:
    """The filters as asked for; what nobody offers is no filter."""
    regions = tuple(sorted({partner.region for partner in partners if partner.region}))
    known = {label for partner in partners for label in lines_of.get(partner.pk, frozenset())}
    lines = tuple((str(each), each.label) for each in ActionLine if each in known)
    return Filters(
        region if region in regions else "", line if line in known else "", regions, lines, lines_of
    )
