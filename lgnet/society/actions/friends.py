# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Associations, volunteers, owners of homes: entered with what they agreed to, forgotten when they no longer do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.models import DataKey
from lgnet.network.worker import Worker
from lgnet.society import policies
from lgnet.society.models import Friend, Message


@dataclass(frozen=True)
class Given:
    """What somebody agreed to have kept, for what, since when, and how they said so."""

    kind: str
    name: str
    purposes: Sequence[str]
    consent_on: dt.date
    consent_how: str
    email: str = ""
    phone: str = ""
    note: str = ""
    skills: Sequence[str] = ()
    when: Sequence[str] = ()
    languages: Sequence[str] = ()


@transaction.atomic
def enter(*, by: Worker, given: Given, message: Message | None = None) -> Friend:
    """Keep somebody in mind; from a message of theirs, or not."""
    policies.keep_friend(by).enforce()
    if not given.purposes or not given.consent_how.strip():
        raise Refused(_("Say what they agreed to, and how they said so."))
    if given.consent_on > today():
        raise Refused(_("The consent cannot be of a day to come."))
    if not (given.email or given.phone):
        raise Refused(_("Write an e-mail address or a telephone number."))
    key = DataKey.fresh(partner_id=by.partner_id)
    key.save(force_insert=True)
    friend = Friend(partner_id=by.partner_id, key=key, entered_at=now(), entered_by=by.user)
    for name, value in vars(given).items():
        setattr(friend, name, list(value) if isinstance(value, tuple | list) else value)
    friend.save(force_insert=True)
    if message is not None:
        policies.read(by, message).enforce()
        message.friend = friend
        message.save(update_fields=["friend"])
    audit.record("friend.entered", on=friend, what=friend.kind)
    return friend


@transaction.atomic
def withdraw(*, by: Worker, friend: Friend) -> Friend:
    """Forget somebody who no longer agrees: the key goes, and with it name, address and words, in back-ups too."""
    rows = Friend.objects.select_for_update(of=("self",)).select_related("key")
    friend = rows.get(pk=friend.pk)
    policies.withdraw(by, friend).enforce()
    friend.name = friend.email = friend.phone = friend.note = ""
    friend.withdrawn_at, friend.withdrawn_by = now(), by.user
    friend.save()
    friend.key.wrapped, friend.key.destroyed_at = None, now()
    friend.key.save(update_fields=["wrapped", "destroyed_at"])
    audit.record("friend.withdrawn", on=friend)
    return friend


def note_seen(*, friends: int) -> None:
    """Leave a trace that somebody looked at who agreed to be kept in mind."""
    audit.record("friend.list_seen", kind="society.friend", friends=friends)
