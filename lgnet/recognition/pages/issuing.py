# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the direction issues, and one certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.recognition import policies, queries
from lgnet.recognition.models import Award, Certificate
from lgnet.recognition.queries import Candidate
from lgnet.recognition.queries.issuing import PAGE
from lgnet.training.models import Module


@dataclass(frozen=True, slots=True)
class Line:
    """A module in the list, with what it gives if that was set."""

    module: Module
    award: Award | None


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Every module for which certificates may be issued."""

    lines: Sequence[Line]
    may: Verdict


def issue_page(by: Worker) -> IssuePage:
    """One query."""
    lines = [Line(one, getattr(one, "award", None)) for one in queries.modules_to_issue()[:200]]
    return IssuePage(lines, policies.issue(by))


@dataclass(frozen=True, slots=True)
class ModulePage:
    """A module: what it gives, who completed it, who has a certificate."""

    module: Module
    award: Award | None
    candidates: Sequence[Candidate]
    ready: int
    form: Form
    may: Verdict


def module_page(by: Worker, module: Module, award: Award | None, form: Form) -> ModulePage:
    """Five queries, whatever the number of people."""
    found = queries.candidates(module, award)
    return ModulePage(module, award, found, sum(one.is_ready for one in found), form, policies.issue(by))


@dataclass(frozen=True, slots=True)
class IssuedPage:
    """The certificates that were issued, the latest first; or the one of a code."""

    rows: Sequence[Certificate]
    next_url: str
    code: str
    may: Verdict


def issued_page(by: Worker, *, code: str, typed: str, after: str) -> IssuedPage:
    """One query. `typed` is what was searched for, `code` the code that it may be."""
    rows = queries.issued(code=code or typed, after=places.moment(after))
    next_url = ""
    if len(rows) > PAGE:
        last = rows[PAGE - 1]
        place = urlencode({"after": places.written(last.issued_at, last.pk)})
        next_url = f"{reverse('recognition:issued')}?{place}"
    return IssuedPage(rows[:PAGE], next_url, typed, policies.issue(by))


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """One certificate, to revoke it or to issue it anew."""

    certificate: Certificate
    replacement: Certificate | None
    form: Form
    may_revoke: Verdict
    may_reissue: Verdict


def certificate_page(by: Worker, certificate: Certificate, form: Form) -> CertificatePage:
    """One query."""
    replacement = Certificate.objects.filter(replaces=certificate).first()
    return CertificatePage(
        certificate,
        replacement,
        form,
        policies.revoke(by, certificate),
        policies.reissue(by, certificate, is_replaced=replacement is not None),
    )
