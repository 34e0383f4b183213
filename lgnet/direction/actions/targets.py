# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deciding targets, and loading those that were published."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.direction import policies, queries
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Target
from lgnet.network import shipped
from lgnet.network.models import Edition, Organisation, Partnership
from lgnet.network.worker import Worker


@transaction.atomic
def set_target(
    *,
    by: Worker,
    partner: Organisation | None,
    indicator: Indicator,
    value: int,
    source: str = "",
    decided_on: dt.date | None = None,
) -> Target:
    """Decide what a partner (None: the network) is to reach by the end of the present edition.

    The target decided last holds and the earlier ones stay; a second decision of the same day corrects the
    first, whose value stays in the history of rows.
    """
    edition = Edition.objects.get(code=queries.CURRENT_EDITION)
    policies.set_target(by, edition).enforce()
    day = decided_on or today()
    if not edition.starts_on < day <= today():
        raise Refused(_("A target is decided between the beginning of the edition and today."))
    if partner is not None and not _takes_part(partner, edition):
        raise Refused(_("Only a local partner of this edition has targets."))
    known = {"edition": edition, "partner": partner, "indicator": indicator.code, "decided_on": day}
    decided = {"value": value, "source": source, "sureness": Target.Sureness.AGREED, "decided_by": by.user}
    target = Target.objects.select_for_update(of=("self",)).filter(**known).first()
    if target is None:
        target = Target.objects.create(**known, **decided)
    else:
        for name, content in decided.items():
            setattr(target, name, content)
        target.save(update_fields=list(decided))
    audit.record("target.set", on=target, indicator=indicator.code, value=value, decided_on=day)
    return target


def _takes_part(partner: Organisation, edition: Edition) -> bool:
    role = Partnership.Role.LOCAL_PARTNER
    return Partnership.objects.filter(edition=edition, organisation=partner, role=role).exists()


def export(*, by: Worker, what: str, rows: int) -> None:
    """Write down that somebody took figures away in a file."""
    policies.export(by).enforce()
    audit.record("figures.exported", kind="direction.figures", what=what, rows=rows)


@transaction.atomic
def load_published_targets() -> None:
    """Bring in the targets that were published and that one of our indicators measures. Repeatable.

    Run as the owner after each migration. They bear the first day of the edition, so that whatever the
    direction decides later holds.
    """
    editions = {row.code: row for row in Edition.objects.all()}
    bodies = {row.code: row for row in Organisation.objects.all()}
    for row in shipped.targets():
        indicator = queries.SAME_MEASURE.get(row.measure)
        if indicator is None:
            continue
        edition = editions[row.edition]
        Target.objects.update_or_create(
            edition=edition,
            partner=bodies[row.organisation] if row.organisation else None,
            indicator=indicator.code,
            decided_on=edition.starts_on,
            sureness=Target.Sureness.PUBLISHED,
            defaults={"value": row.value, "source": "\n".join((row.published_as_it, *row.source))},
        )
