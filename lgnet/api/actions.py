# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making and withdrawing keys, and letting a program in with one."""

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection, transaction

from lgnet.api import policies
from lgnet.api.models import ApiMinute, ApiToken
from lgnet.core import audit
from lgnet.core.clock import now, today
from lgnet.network.queries import working_memberships
from lgnet.network.worker import Worker

PREFIX = "lgnet_"  # so that scanners of published code recognise a key that slipped out
PER_MINUTE = 120
WRONG_PER_MINUTE = 20
_COUNT = """
insert into api_apiminute as m (caller, minute, requests) values (%s, date_trunc('minute', %s::timestamptz), 1)
on conflict (caller, minute) do update set requests = m.requests + 1 returning requests
"""


@dataclass(frozen=True, slots=True)
class Caller:
    """A program with a valid key: who is behind it and what it may read."""

    token: ApiToken
    worker: Worker


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of the present minute's requests; negative once there were too many."""

    limit: int
    used: int

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)

    @property
    def is_spent(self) -> bool:
        return self.used > self.limit


def digest(key: str) -> bytes:
    """What is stored of a key. The key has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).digest()


@transaction.atomic
def make_token(*, by: Worker, name: str, scopes: Collection[str], days: int) -> tuple[ApiToken, str]:
    """Make a key that is valid for so many days; returns its row and the key, which is never seen again."""
    policies.make_token(by, scopes).enforce()
    key = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        partner_id=by.partner_id,
        membership=by.membership,
        user=by.user,
        name=name,
        digest=digest(key),
        scopes=sorted(scopes),
        made_at=now(),
        expires_on=today() + dt.timedelta(days=days),
    )
    audit.record("api_token.made", on=token, scopes=token.scopes, expires_on=token.expires_on)
    return token, key


@transaction.atomic
def revoke_token(*, by: Worker, token: ApiToken) -> None:
    """Withdraw a key: it opens nothing from now on."""
    token = ApiToken.objects.select_for_update(of=("self",)).get(pk=token.pk)
    policies.revoke_token(by, token).enforce()
    token.revoked_at, token.revoked_by_id = now(), by.user.pk
    token.save(update_fields=["revoked_at", "revoked_by"])
    audit.record("api_token.revoked", on=token)


def let_in(key: str) -> Caller | None:
    """Who is behind a key that is valid now; None for every other. Asked at the gate.

    The key dies with the membership in which it was made, like every access (`working_memberships`).
    """
    found = ApiToken.objects.filter(digest=digest(key), revoked_at=None, expires_on__gte=today())
    token = found.select_related("user").first()
    if token is None:
        return None
    membership = next((m for m in working_memberships(token.user) if m.pk == token.membership_id), None)
    if membership is None:
        return None
    if token.used_on != today():
        ApiToken.objects.filter(pk=token.pk).update(used_on=today())
    return Caller(token, Worker(token.user, membership))


def count_request(caller: uuid.UUID, *, limit: int = PER_MINUTE) -> Allowance:
    """Count a request of this minute, across all web processes."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [caller, now()])
        return Allowance(limit, int(cursor.fetchone()[0]))


def forget_minutes(*, before: dt.datetime) -> int:
    """Throw away counts that no longer limit anything."""
    return ApiMinute.objects.filter(minute__lt=before).delete()[0]
