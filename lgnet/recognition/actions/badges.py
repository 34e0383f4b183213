# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys of the issuer, badges that holders take, and the signed list of what was revoked."""

import secrets
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker
from lgnet.recognition import keys, openbadge, policies, queries
from lgnet.recognition.models import Badge, Certificate, IssuerKey, StatusList

LIST = 1
TRIES = 20


@transaction.atomic
def ensure_key(*, by: Worker) -> IssuerKey:
    """The key that signs; made at the first issue of certificates."""
    found = IssuerKey.objects.filter(retired_at=None).first()
    if found is not None:
        return found
    policies.issue(by).enforce()
    row_id = new_id()
    made = keys.new_key(row_id)
    row = IssuerKey(id=row_id, public=made.public, key_id=made.key_id, wrapped=made.wrapped, made_at=now())
    row.save(force_insert=True)
    audit.record("badge.key_made", on=row)
    _sign_list(row)
    return row


@transaction.atomic
def replace_key(*, by: Worker) -> IssuerKey:
    """Retire the key and make another. What the old one signed stays valid: its public half is still served."""
    policies.issue(by).enforce()
    old = IssuerKey.objects.select_for_update(of=("self",)).filter(retired_at=None).first()
    if old is not None:
        old.retired_at = now()
        old.save(update_fields=["retired_at"])
        audit.record("badge.key_retired", on=old)
    return ensure_key(by=by)


@transaction.atomic
def take_badge(*, by: Worker, certificate: Certificate) -> Badge:
    """Sign one's own certificate as an Open Badge; asked again, the same badge."""
    policies.take_badge(by, certificate).enforce()
    known = queries.badge_of(certificate)
    if known is not None:
        return known
    key = IssuerKey.objects.filter(retired_at=None).first()
    if key is None:
        raise Refused(_("Badges are not ready yet: try again after certificates were issued."))
    for _turn in range(TRIES):
        made = _badge(certificate, key, secrets.randbelow(openbadge.STATUS_BITS))
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:  # the number of another badge, or one's own badge from a second click
            known = queries.badge_of(certificate)
            if known is not None:
                return known
        else:
            audit.record("badge.taken", on=certificate, badge=made.pk)
            return made
    raise Refused(_("No badge could be made just now: try again."))


def _badge(certificate: Certificate, key: IssuerKey, index: int) -> Badge:
    """Signed in Italian, whoever asks: a badge is read by others."""
    badge_id = new_id()
    with override("it"):
        criteria = _("Attended %(hours)s hours of %(planned)s.") % {
            "hours": _plain(certificate.hours_attended),
            "planned": _plain(certificate.hours_planned),
        }
        if certificate.outcome:
            passed = _("Passed the final test.")
            criteria = f"{criteria} {passed}"
    document = openbadge.credential(
        certificate, settings.SITE_ADDRESS, badge_id=badge_id, index=index, issuer_name=certificate.body_name,
        criteria=criteria,
    )  # fmt: skip
    return Badge(
        id=badge_id, certificate=certificate, holder_id=certificate.holder_id, partner_id=certificate.partner_id,
        status_index=index, token=_signed(key, openbadge.claims(document)), made_at=now(),
    )  # fmt: skip


def _plain(number: Any) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _signed(key: IssuerKey, payload: dict[str, Any]) -> str:
    return keys.sign(payload, kid=kid(key), subject=key.pk, key_id=key.key_id, wrapped=bytes(key.wrapped))


def kid(key: IssuerKey) -> str:
    """The address at which the public half of a key is served (Open Badges 3.0, section 8.2)."""
    return f"{settings.SITE_ADDRESS}/recognition/keys/{key.pk}"


@transaction.atomic
def refresh_list(*, by: Worker | None) -> None:
    """Sign the list of revoked badges anew. `by` is None where a job renews it before it lapses."""
    key = IssuerKey.objects.filter(retired_at=None).first()
    if key is not None:
        _sign_list(key)


def _sign_list(key: IssuerKey) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('recognition.status'))")
        cursor.execute("select recognition_revoked()")
        (revoked,) = cursor.fetchone()
    document = openbadge.status_list(revoked, settings.SITE_ADDRESS, issued=now())
    token = _signed(key, openbadge.claims(document))
    StatusList.objects.update_or_create(number=LIST, defaults={"token": token, "made_at": now()})
