# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's own certificates, badges and record of credits; the coordinator's team."""

import uuid
from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.clock import today
from lgnet.core.vault import CannotOpen
from lgnet.interop import attachments
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.recognition import actions, policies, queries
from lgnet.recognition.forms import CourseForm, ProofForm
from lgnet.recognition.models import Certificate, OutsideCourse
from lgnet.recognition.pages.files import on_paper
from lgnet.recognition.pages.mine import CoursePage, mine_page, team_page
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


def certificate_or_404(certificate_id: uuid.UUID) -> Certificate:
    """A certificate that exists for who asks: one's own, or any for the nation."""
    rows = Certificate.objects.select_related(
        "holder", "partner", "module", "scheme", "revoked_by", "replaces"
    )
    return get_object_or_404(rows, pk=certificate_id)


def course_or_404(course_id: uuid.UUID) -> OutsideCourse:
    """A course of one's own record."""
    return get_object_or_404(OutsideCourse, pk=course_id)


@requires(Permission.CREDIT_KEEP)
@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """One's own certificates and credits."""
    return render_page(request, "recognition/mine.html", mine_page(request.worker))


@requires(Permission.CREDIT_KEEP)
@require_safe
def pdf(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """A certificate on paper."""
    found = certificate_or_404(certificate_id)
    content = on_paper(found, language=(get_language() or "it")[:2])
    headers = {"Content-Disposition": f'inline; filename="attestato-{found.code}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@requires(Permission.CREDIT_KEEP)
@require_POST
def take_badge(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """Take one's certificate as an Open Badge."""
    try:
        actions.take_badge(by=request.worker, certificate=certificate_or_404(certificate_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("Your badge is signed: download it and give it to whom you like."))
    return redirect("recognition:mine")


@requires(Permission.CREDIT_KEEP)
@require_safe
def badge(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """One's badge as a file: a credential signed as JWT."""
    found = queries.badge_of(certificate_or_404(certificate_id))
    if found is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="badge-{found.certificate.code}.jwt"'}
    return HttpResponse(found.token, content_type="application/vc+jwt", headers=headers)


@requires(Permission.CREDIT_KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def new_course(request: StaffRequest) -> HttpResponse:
    """Enter a course attended elsewhere."""
    form = CourseForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            made = actions.enter_course(
                by=request.worker, entry=form.entry(), course_id=form.cleaned_data["new_id"]
            )
            if form.cleaned_data["proof"]:
                sent = form.cleaned_data["proof"]
                actions.attach_proof(by=request.worker, course=made, name=sent.name, blocks=sent.chunks())
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        except attachments.AttachmentRefused as refused:
            return _without_proof(request, made, str(refused.reason))
        else:
            messages.success(request, _("The course is in your record."))
            return redirect("recognition:mine")
    return _course(request, form)


def _course(request: StaffRequest, form: CourseForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render_page(request, "recognition/course.html", CoursePage(form, None), status=status)


def _without_proof(request: StaffRequest, course: OutsideCourse, reason: str) -> HttpResponse:
    """The course is kept; only its proof is asked for again."""
    messages.warning(request, _("The course is in your record, without its proof: %(why)s") % {"why": reason})
    return redirect("recognition:proof", course.pk)


@requires(Permission.CREDIT_KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: StaffRequest, course_id: uuid.UUID) -> HttpResponse:
    """Attach the proof of a course."""
    found, form = course_or_404(course_id), ProofForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["proof"]
        try:
            actions.attach_proof(by=request.worker, course=found, name=sent.name, blocks=sent.chunks())
        except attachments.AttachmentRefused as refused:
            form.add_error("proof", str(refused.reason))
        else:
            messages.success(request, _("The proof is kept."))
            return redirect("recognition:mine")
    status = 422 if form.is_bound else 200
    return render_page(request, "recognition/course.html", CoursePage(form, found), status=status)


@requires(Permission.CREDIT_KEEP)
@require_safe
def proof_file(request: StaffRequest, course_id: uuid.UUID) -> HttpResponseBase:
    """The proof of a course, as it was sent."""
    found = course_or_404(course_id)
    if not found.stored_as or found.wrapped is None:
        raise Http404
    try:
        content = attachments.read(
            found.stored_as, key_id=found.key_id, wrapped=bytes(found.wrapped), subject=found.pk
        )
    except CannotOpen:
        raise Http404 from None
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return FileResponse(
        BytesIO(content), as_attachment=True, filename=found.proof_name, content_type=found.proof_type,
        headers=headers,
    )  # fmt: skip


@requires(Permission.CREDIT_KEEP)
@require_POST
def take_back(request: StaffRequest, course_id: uuid.UUID) -> HttpResponse:
    """Take a course out of one's record."""
    actions.take_back_course(by=request.worker, course=course_or_404(course_id))
    undo = reverse("recognition:restore", args=[course_id])
    notices.offer_undo(request, _("The course is no more in your record."), url=undo)
    return redirect("recognition:mine")


@requires(Permission.CREDIT_KEEP)
@require_POST
def restore(request: StaffRequest, course_id: uuid.UUID) -> HttpResponse:
    """Put a course back."""
    actions.restore_course(by=request.worker, course=course_or_404(course_id))
    messages.success(request, _("The course is in your record again."))
    return redirect("recognition:mine")


@requires(Permission.TEAM_SEE)
@require_safe
def team(request: StaffRequest) -> HttpResponse:
    """The hours of one's partner's people in a year."""
    policies.see_team(request.worker).enforce()
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today().year
    page = team_page(min(max(year, 2020), today().year))
    return render_page(request, "recognition/team.html", page)
