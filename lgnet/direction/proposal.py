# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets as somebody proposes them, on their way from a page that shows them to the one that decides.

The page carries them signed and with the versions that were looked at: what is decided is what was seen.
"""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.core import signing
from django.utils.translation import gettext as _

from lgnet.core.authz import Refused
from lgnet.counting.models import NETWORK
from lgnet.direction import planned, queries
from lgnet.direction.actions import NO_VERSION, Wanted
from lgnet.direction.indicators import INDICATORS, Indicator
from lgnet.direction.models import Target
from lgnet.direction.parts import NO_PARTS
from lgnet.network import editions
from lgnet.network.models import Organisation

SALT = "direction.proposal"
HOLDS = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """One target as it is and as it would be. `partner` is a code, "" for the network."""

    partner: str
    name: str
    indicator: str
    before: int | None
    after: int
    reached: int
    version: int

    @property
    def of(self) -> Indicator:
        return INDICATORS[self.indicator]

    @property
    def is_below(self) -> bool:
        """Whether it would be lower than what is reached already."""
        return self.after < self.reached


@dataclass(frozen=True)
class Proposal:
    """All changes of one act."""

    changes: tuple[Change, ...]

    @property
    def below(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.is_below)

    @property
    def scopes(self) -> dict[str, uuid.UUID]:
        """Identifiers of the partners by code; the network has the empty code. One query."""
        return {"": NETWORK} | {partner.code: partner.pk for partner in editions.local_partners()}

    @property
    def seen(self) -> dict[str, int]:
        """The versions that were looked at, as the actions ask for them. One query."""
        scopes = self.scopes
        return {f"{scopes[c.partner]}/{c.indicator}": c.version for c in self.changes if c.partner in scopes}

    def wanted(self, below_reason: str = "") -> Sequence[Wanted]:
        """The targets with their plans, drawn to the new wholes in proportion. Three queries."""
        partners: dict[str, Organisation | None] = {"": None}
        partners |= {partner.code: partner for partner in editions.local_partners()}
        held = queries.targets(editions.current())
        mine: dict[Change, Target | None] = {}
        for change in self.changes:
            partner = partners[change.partner]
            mine[change] = held.get((partner.pk if partner else NETWORK, change.indicator))
        parts = planned.parts_of([target for target in mine.values() if target is not None])
        return [
            Wanted(
                partners[change.partner], change.indicator, change.after,
                parts.get(target.pk, NO_PARTS).scaled(target.value or 0, change.after) if target else NO_PARTS,
                below_reason if change.is_below else "",
            )
            for change, target in mine.items()
        ]  # fmt: skip

    def sealed(self) -> str:
        """The proposal as a text that nobody can change on the way."""
        return signing.dumps([asdict(change) for change in self.changes], salt=SALT, compress=True)

    @classmethod
    def unsealed(cls, text: str) -> "Proposal":
        """The proposal again; raises `Refused` where it is not ours or too old."""
        try:
            changes = signing.loads(text, salt=SALT, max_age=HOLDS)
        except signing.BadSignature as wrong:
            raise Refused(_("This proposal is too old: look at it again.")) from wrong
        return cls(tuple(Change(**change) for change in changes))


def version_of(target: Target | None) -> int:
    """The version that is looked at."""
    return NO_VERSION if target is None else target.version
