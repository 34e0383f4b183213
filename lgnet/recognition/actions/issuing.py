# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation says what a module gives, issues its certificates in bulk, revokes one and issues it anew."""

import datetime as dt
import uuid
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.examinations import actions as examinations
from lgnet.examinations.models import Exam
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.recognition import notifications, policies, queries
from lgnet.recognition.actions.badges import ensure_key, refresh_list
from lgnet.recognition.codes import name_key, new_code
from lgnet.recognition.models import Award, Certificate, Scheme
from lgnet.recognition.queries import Candidate
from lgnet.training.models import Enrolment, Module

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Terms:
    """What a module gives, as the direction sets it."""

    signatory: str
    signatory_role: str
    exam: Exam | None = None
    scheme: Scheme | None = None
    credits: Decimal = Decimal(0)
    special_credits: Decimal = Decimal(0)
    accreditation: str = ""
    accredited_on: dt.date | None = None


@transaction.atomic
def set_award(*, by: Worker, module: Module, terms: Terms) -> Award:
    """Set what certificates of a module say; those that were issued stay as they are."""
    policies.issue(by).enforce()
    _check(module, terms)
    values = {name: getattr(terms, name) for name in (one.name for one in fields(Terms))}
    award, _made = Award.objects.update_or_create(
        module=module, defaults=values | {"set_at": now(), "set_by": by.user}
    )
    audit.record("certificate.terms_set", on=award, credits=terms.credits, exam=bool(terms.exam))
    return award


def _check(module: Module, terms: Terms) -> None:
    if not (terms.signatory.strip() and terms.signatory_role.strip()):
        raise Refused(_("Say who signs, and as what."))
    if terms.special_credits > terms.credits:
        raise Refused(_("The part on deontology is within the credits."))
    if not terms.credits:
        return
    if terms.scheme is None or not terms.accreditation or terms.accredited_on is None:
        raise Refused(_("Credits need a scheme, the number of the accreditation and its day."))
    first = module.sessions.order_by("starts_at").values_list("starts_at", flat=True).first()
    if first is not None and terms.accredited_on > first.date():
        raise Refused(_("Nothing is accredited after it began: the accreditation is of an earlier day."))


@transaction.atomic
def admit_class(*, by: Worker, module: Module) -> int:
    """Let everybody who has a place in a module sit its test; how many are new."""
    policies.issue(by).enforce()
    award = Award.objects.filter(module=module).select_related("exam").first()
    if award is None or award.exam is None:
        raise Refused(_("This module asks for no test."))
    seated = Enrolment.objects.filter(module=module, state=Enrolment.State.SEATED)
    people = list(seated.values_list("colleague_id", flat=True))
    return examinations.admit(by=by, exam=award.exam, colleagues=people)


@transaction.atomic
def issue(*, by: Worker, module: Module, tell: bool = True) -> int:
    """Issue a certificate to each who completed the module and has none; how many. Pressed twice, once.

    `tell` is False where nobody is to be written to: in the demo.
    """
    policies.issue(by).enforce()
    award = Award.objects.select_for_update(of=("self",)).filter(module=module).first()
    if award is None:
        raise Refused(_("Say first who signs and what the module gives."))
    ensure_key(by=by)
    ready = [one for one in queries.candidates(module, award) if one.is_ready]
    issuer = queries.issuer_name()
    rows = [_written(by, award, one, issuer) for one in ready]
    Certificate.objects.bulk_create(rows)
    audit.record("certificate.issued", on=module, certificates=len(rows))
    if tell:
        letters = [_letter(one.completion.colleague) for one in ready]
        transaction.on_commit(partial(notifications.issued, letters), robust=True)
    return len(rows)


def _written(
    by: Worker, award: Award, one: Candidate, issuer: str, *, replaces: Certificate | None = None
) -> Certificate:
    done = one.completion
    outcome = Certificate.Outcome.PASSED if one.needs_test else Certificate.Outcome.NONE
    return Certificate(
        id=new_id(), code=new_code(), holder=done.colleague, partner=done.partner, module=done.module,
        holder_name=done.colleague.name, name_key=name_key(done.colleague.name), body_name=issuer,
        course_code=done.module.code, course_title=done.module.title, starts_on=done.first_on, ends_on=done.last_on,
        mode=done.mode, hours_planned=_hours(done.planned_minutes), hours_attended=_hours(done.attended_minutes),
        outcome=outcome, outcome_percent=one.outcome.percent if one.outcome else None,
        scheme_id=award.scheme_id, credits=award.credits, special_credits=award.special_credits,
        accreditation=award.accreditation, signatory=award.signatory, signatory_role=award.signatory_role,
        issued_at=now(), issued_by=by.user, replaces=replaces,
    )  # fmt: skip


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / 60).quantize(CENT)


@transaction.atomic
def revoke(
    *, by: Worker, certificate: Certificate, reason: str, note: str = "", tell: bool = True
) -> Certificate:
    """Say that it stands no more, for good: the page of the check and the list of badges say so at once."""
    certificate = locked(certificate.pk)
    policies.revoke(by, certificate).enforce()
    if reason not in Certificate.Reason.values:
        raise Refused(_("Choose why it is revoked."))
    certificate.revoked_at, certificate.revoked_by = now(), by.user
    certificate.revoked_for, certificate.revoked_note = reason, note.strip()[:300]
    certificate.save(update_fields=["revoked_at", "revoked_by", "revoked_for", "revoked_note"])
    audit.record("certificate.revoked", on=certificate, reason=reason)
    refresh_list(by=by)
    if tell:
        transaction.on_commit(partial(notifications.revoked, _letter(certificate.holder)), robust=True)
    return certificate


@transaction.atomic
def reissue(*, by: Worker, certificate: Certificate, tell: bool = True) -> Certificate:
    """Issue a revoked certificate anew, under a code of its own, from the data as they are today."""
    certificate = locked(certificate.pk)
    is_replaced = Certificate.objects.filter(replaces=certificate).exists()
    policies.reissue(by, certificate, is_replaced=is_replaced).enforce()
    award = Award.objects.get(module=certificate.module_id)
    found = [
        one
        for one in queries.candidates(certificate.module, award)
        if one.completion.colleague.pk == certificate.holder_id
    ]
    if not found or not found[0].has_passed:
        raise Refused(_("They have not completed the module: correct the register or the test first."))
    if found[0].certificate is not None and found[0].certificate.is_valid:
        raise Stale(_("They have a certificate that stands."))
    fresh = _written(by, award, found[0], queries.issuer_name(), replaces=certificate)
    fresh.save(force_insert=True)
    audit.record("certificate.reissued", on=fresh, replaces=certificate.pk)
    if tell:
        transaction.on_commit(partial(notifications.issued, [_letter(certificate.holder)]), robust=True)
    return fresh


def _letter(holder: Colleague) -> notifications.Letter:
    return notifications.Letter(holder.email, holder.language, f"{settings.SITE_ADDRESS}/recognition/")


def locked(certificate_id: uuid.UUID) -> Certificate:
    """The row as it is now, held until the transaction ends."""
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("module", "holder")
    return rows.get(pk=certificate_id)
