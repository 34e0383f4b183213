# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The partner's quarters, the nation's board, the report of the network and the deadlines."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lgnet.core.authz import requires
from lgnet.network import editions
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.reports import actions, pages, queries
from lgnet.reports.forms import DeadlineForm, ScheduleForm
from lgnet.reports.models import Period
from lgnet.reports.national import assemble
from lgnet.reports.pages import files
from lgnet.reports.views import finding
from lgnet.ui.rendering import render_page


@requires(*finding.READ)
@require_safe
def listing(request: StaffRequest) -> HttpResponse:
    """A partner's own quarters; for the nation the board."""
    if request.worker.may(Permission.REPORT_VALIDATE):
        return render_page(request, "reports/board.html", pages.board_page(request.worker))
    return render_page(request, "reports/list.html", pages.list_page(request.worker))


@requires(Permission.REPORT_VALIDATE)
@require_safe
def national(request: StaffRequest, quarter: str) -> HttpResponse:
    """The report of the network for a quarter."""
    page = pages.nation_report_page(finding.period_of(quarter))
    return render_page(request, "reports/national.html", page)


@requires(Permission.REPORT_VALIDATE)
@require_safe
def national_file(request: StaffRequest, quarter: str, kind: str) -> HttpResponse:
    """The report of the network as a file."""
    made = files.national_file(assemble(finding.period_of(quarter)), by=request.worker, kind=kind)
    actions.take_out(by=request.worker, what=made.name, kind=kind)
    return finding.sent(made)


@requires(Permission.REPORT_VALIDATE)
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: StaffRequest) -> HttpResponse:
    """The deadlines, and the two forms that move them."""
    edition = editions.current()
    latest = queries.periods(edition).first()
    schedule_form = ScheduleForm.of(queries.schedule(edition))
    deadline_form = DeadlineForm.of(latest) if latest else None
    status = 200
    if request.method == "POST":
        sent = DeadlineForm(request.POST) if "due_on" in request.POST else ScheduleForm(request.POST)
        if sent.is_valid():
            return _calendar_changed(request, sent)
        status = 422
        if isinstance(sent, DeadlineForm):
            deadline_form = sent
        else:
            schedule_form = sent
    page = pages.calendar_page(request.worker, schedule_form, deadline_form)
    return render_page(request, "reports/calendar.html", page, status=status)


def _calendar_changed(request: StaffRequest, sent: DeadlineForm | ScheduleForm) -> HttpResponse:
    if isinstance(sent, DeadlineForm):
        period_id, due_on = sent.values()
        period = get_object_or_404(Period, pk=period_id)
        actions.set_deadline(by=request.worker, period=period, due_on=due_on)
        messages.success(request, _("The deadline is moved."))
    else:
        actions.set_schedule(by=request.worker, **sent.cleaned_data)
        messages.success(request, _("The deadlines of the quarters to come are set."))
    return redirect("reports:calendar")
