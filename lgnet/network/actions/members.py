# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The memberships of a partner's own people. A membership is never edited: it ends, and another one begins."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.network import policies, queries
from lgnet.network.models import Membership, Site
from lgnet.network.worker import Worker


@transaction.atomic
def end_membership(*, by: Worker, membership: Membership, reason: str) -> Membership:
    """End somebody's work in a role: they have no access at their next request. Can be undone for ten minutes."""
    _one_at_a_time(by, membership)
    membership = _locked(membership)
    policies.end_membership(by, membership, administrators=queries.administrators(by.partner_id)).enforce()
    _end(membership, by, reason.strip())
    audit.record("membership.ended", on=membership, role=membership.role)
    return membership


@transaction.atomic
def restore_membership(*, by: Worker, membership: Membership) -> Membership:
    """Undo an ending that was a slip: access is back at the next request."""
    membership = _locked(membership)
    again = queries.has_open_membership(membership.user_id, membership.organisation_id, membership.role)
    policies.restore_membership(by, membership, again=again).enforce()
    membership.ended_at, membership.ended_by, membership.end_reason = None, None, ""
    membership.save(update_fields=["ended_at", "ended_by", "end_reason"])
    audit.record("membership.restored", on=membership, role=membership.role)
    return membership


@transaction.atomic
def change_membership(
    *, by: Worker, membership: Membership, role: str, site: Site | None, valid_until: dt.date | None
) -> Membership:
    """Give somebody another role, site or last day: the membership ends and one like this begins today."""
    _one_at_a_time(by, membership)
    membership = _locked(membership)
    if membership.ended_at is not None:
        raise Stale(_("Somebody else has changed this membership meanwhile: look at the list again."))
    if (membership.role, membership.site, membership.valid_until) == (role, site, valid_until):
        return membership
    taken = role != membership.role and queries.has_open_membership(
        membership.user_id, membership.organisation_id, role
    )
    policies.change_membership(
        by, membership, role, administrators=queries.administrators(by.partner_id), taken=taken
    ).enforce()
    if role != membership.role:
        close_expired(by, role, Q(user_id=membership.user_id))
    _end(membership, by, Membership.CHANGED)
    following = Membership.objects.create(
        user_id=membership.user_id, organisation_id=membership.organisation_id, role=role, site=site,
        team_id=membership.team_id, valid_from=max(today(), membership.valid_from), valid_until=valid_until,
    )  # fmt: skip
    audit.record("membership.changed", on=following, former=str(membership.pk), role=role)
    return following


def close_expired(by: Worker, role: str, whose: Q) -> None:
    """End the rows whose last day has passed, so that the same person can have the role again."""
    over = Membership.objects.filter(whose, organisation_id=by.partner_id, role=role, ended_at=None)
    for membership in over.filter(valid_until__lt=today()).select_for_update(of=("self",)):
        _end(membership, by, Membership.EXPIRED)


def _one_at_a_time(by: Worker, membership: Membership) -> None:
    """Let two administrators who end each other at the same moment come one after the other.

    All administrators of the partner are held, in one order for everybody, so that whoever comes second counts
    those that are left, and is refused if they were ended themselves meanwhile.
    """
    if membership.role != policies.ADMINISTRATOR:
        return
    here = Membership.objects.filter(
        organisation_id=membership.organisation_id, role=membership.role, ended_at=None
    )
    list(here.order_by("id").select_for_update(of=("self",)).values_list("pk"))
    if not Membership.objects.filter(pk=by.membership.pk, ended_at=None).exists():
        raise Refused(_("Meanwhile your own membership was ended: nothing was changed."))


def _end(membership: Membership, by: Worker, reason: str) -> None:
    membership.ended_at, membership.ended_by, membership.end_reason = now(), by.user, reason
    membership.save(update_fields=["ended_at", "ended_by", "end_reason"])


def _locked(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("user", "organisation", "site")
    return rows.get(pk=membership.pk)
