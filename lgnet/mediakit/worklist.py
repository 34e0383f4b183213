# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is missing for the rules of visibility, place by place: what an on-the-spot check would find (VIS-9, VIS-11)."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.mediakit.models import Product, Verdict
from lgnet.mediakit.queries import PROOF_HOLDS, Shown
from lgnet.network.models import Site


class Gap(StrEnum):
    """Why a place would not pass."""

    MISSING = "missing"
    BROKEN = "broken"
    UNCHECKED = "unchecked"
    UNPROVED = "unproved"
    OLD_PROOF = "old_proof"


GAPS: Mapping[str, Promise] = {
    Gap.MISSING: _("No A3 poster and no display at this place"),
    Gap.BROKEN: _("What hangs here breaks a rule"),
    Gap.UNCHECKED: _("What hangs here has not been checked"),
    Gap.UNPROVED: _("No photo proves it"),
    Gap.OLD_PROOF: _("The last photo is more than a year old"),
}
LOOKS = {
    Gap.MISSING: "missing", Gap.BROKEN: "refused", Gap.UNCHECKED: "waiting", Gap.UNPROVED: "missing",
    Gap.OLD_PROOF: "expired",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Task:
    """A place and what is missing there; `product` is what hangs, where something does."""

    site: Site
    gap: Gap
    product: Product | None = None

    @property
    def words(self) -> Promise:
        return GAPS[self.gap]

    @property
    def look(self) -> str:
        return LOOKS[self.gap]


def gap_of(shown: Sequence[Shown], day: dt.date) -> tuple[Gap | None, Product | None]:
    """What is missing at a place with these products: the least of what any of them lacks. Pure."""
    if not shown:
        return Gap.MISSING, None
    found = [(_lacks(one, day), one.product) for one in shown]
    order = [None, Gap.OLD_PROOF, Gap.UNPROVED, Gap.UNCHECKED, Gap.BROKEN]
    return min(found, key=lambda pair: order.index(pair[0]))


def _lacks(one: Shown, day: dt.date) -> Gap | None:
    if one.product.verdict == Verdict.BROKEN:
        return Gap.BROKEN
    if one.product.verdict != Verdict.PASSED:
        return Gap.UNCHECKED
    if one.proved_on is None:
        return Gap.UNPROVED
    return Gap.OLD_PROOF if one.proved_on < day - PROOF_HOLDS else None


def tasks(sites: Iterable[Site], posters: Mapping[uuid.UUID, Sequence[Shown]], day: dt.date) -> list[Task]:
    """The work list of these places. Pure."""
    found = []
    for site in sites:
        if site.kind == Site.Kind.MOBILE_UNIT:  # it stands in no place of its own
            continue
        gap, product = gap_of(posters.get(site.pk, ()), day)
        if gap is not None:
            found.append(Task(site, gap, product))
    return found
