# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working groups: open one, say who belongs, hand it over, end it."""

import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.exchange import policies, queries
from lgnet.exchange.actions.following import follow
from lgnet.exchange.actions.guarding import look_before_posting, note_posted_anyway
from lgnet.exchange.actions.telling import tell
from lgnet.exchange.models import Group, GroupMember, Notice
from lgnet.network.worker import Worker
from lgnet.people.guard import Checked


@transaction.atomic
def open_group(
    *, by: Worker, name: str, purpose: str, reason: str = "", group_id: uuid.UUID | None = None
) -> Group:
    """Open a group; whoever opens it coordinates it and is its first member."""
    policies.take_part(by).enforce()
    known = Group.objects.filter(pk=group_id).first() if group_id else None
    if known is not None:
        return known
    checked = look_before_posting(by=by, texts=[name, purpose], reason=reason)
    group = Group(
        id=group_id or new_id(), name=" ".join(name.split()), purpose=purpose.strip(), coordinator_id=by.user.pk,
        organisation_id=by.partner_id, opened_at=now(),
    )  # fmt: skip
    _save_named(group, None)
    _join(group, by.user.pk, by.partner_id)
    _note(by, group, checked, reason)
    follow(by=by, group=group)
    audit.record("exchange.group_opened", on=group)
    return group


@transaction.atomic
def describe_group(*, by: Worker, group: Group, name: str, purpose: str, reason: str = "") -> Group:
    """Give a group another name or purpose."""
    group = _locked(group)
    policies.coordinate(by, group).enforce()
    checked = look_before_posting(by=by, texts=[name, purpose], reason=reason)
    group.name, group.purpose = " ".join(name.split()), purpose.strip()
    _save_named(group, ["name", "purpose"])
    _note(by, group, checked, reason)
    audit.record("exchange.group_described", on=group)
    return group


def _note(by: Worker, group: Group, checked: Checked, reason: str) -> None:
    link = f"/exchange/groups/{group.pk}/"
    note_posted_anyway(by=by, checked=checked, reason=reason, subject=group, link=link)


def _save_named(group: Group, fields: list[str] | None) -> None:
    try:
        with transaction.atomic():
            group.save(update_fields=fields, force_insert=fields is None)
    except IntegrityError:
        raise Refused(_("There is a group with this name already.")) from None


@transaction.atomic
def add_member(
    *, by: Worker, group: Group, colleague_id: uuid.UUID, organisation_id: uuid.UUID
) -> GroupMember:
    """Let a colleague of any partner belong; they are told."""
    group = _locked(group)
    policies.coordinate(by, group).enforce()
    known = GroupMember.objects.filter(group=group, member=colleague_id, left_at=None).first()
    if known is not None:
        return known
    made = _join(group, colleague_id, organisation_id)
    audit.record("exchange.group_joined", on=group, member=colleague_id)
    tell(by=by, to=[colleague_id], kind=Notice.Kind.GROUP, group=group)
    return made


def _join(group: Group, colleague_id: uuid.UUID, organisation_id: uuid.UUID) -> GroupMember:
    return GroupMember.objects.create(
        group=group, member_id=colleague_id, organisation_id=organisation_id, joined_at=now()
    )


@transaction.atomic
def remove_member(*, by: Worker, group: Group, colleague_id: uuid.UUID) -> None:
    """End somebody's membership: they read nothing of the group any more."""
    group = _locked(group)
    policies.coordinate(by, group).enforce()
    if colleague_id == group.coordinator_id:
        raise Refused(_("Hand the group over to another member first."))
    _leave(group, colleague_id)


@transaction.atomic
def leave_group(*, by: Worker, group: Group) -> None:
    """Leave a group oneself."""
    policies.leave_group(by, group, is_member=queries.is_member(group, by.user.pk)).enforce()
    _leave(group, by.user.pk)


def _leave(group: Group, colleague_id: uuid.UUID) -> None:
    GroupMember.objects.filter(group=group, member=colleague_id, left_at=None).update(left_at=now())
    audit.record("exchange.group_left", on=group, member=colleague_id)


@transaction.atomic
def hand_over_group(*, by: Worker, group: Group, colleague_id: uuid.UUID) -> Group:
    """Let another member coordinate."""
    group = _locked(group)
    policies.coordinate(by, group).enforce()
    if not queries.is_member(group, colleague_id):
        raise Refused(_("Only a member of the group coordinates it."))
    group.coordinator_id = colleague_id
    group.save(update_fields=["coordinator"])
    audit.record("exchange.group_handed_over", on=group, to=colleague_id)
    tell(by=by, to=[colleague_id], kind=Notice.Kind.GROUP, group=group)
    return group


@transaction.atomic
def end_group(*, by: Worker, group: Group) -> Group:
    """End the work of a group; what it wrote stays readable for its members."""
    group = _locked(group)
    policies.coordinate(by, group).enforce()
    return _set_end(group, ended=True)


@transaction.atomic
def reopen_group(*, by: Worker, group: Group) -> Group:
    """Let an ended group go on."""
    group = _locked(group)
    policies.reopen_group(by, group).enforce()
    return _set_end(group, ended=False)


def _set_end(group: Group, *, ended: bool) -> Group:
    group.closed_at = now() if ended else None
    group.save(update_fields=["closed_at"])
    audit.record("exchange.group_ended" if ended else "exchange.group_reopened", on=group)
    return group


def _locked(group: Group) -> Group:
    """The row as it is now; who may not change it cannot hold it, and reads it instead."""
    held = Group.objects.select_for_update(of=("self",)).filter(pk=group.pk).first()
    return held or Group.objects.get(pk=group.pk)
