# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `reports`. A quarter is named by its code: 2026-q3."""

from django.urls import path, re_path

from lgnet.reports import views

KIND = r"(?P<kind>pdf|figures\.xlsx|texts\.xlsx)"
QUARTER = r"(?P<quarter>\d{4}-q[1-4])"

app_name = "reports"
urlpatterns = [
    path("", views.listing, name="list"),
    path("calendar/", views.calendar, name="calendar"),
    re_path(rf"^quarters/{QUARTER}/$", views.national, name="national"),
    re_path(rf"^quarters/{QUARTER}/report\.{KIND}$", views.national_file, name="national_file"),
    path("<uuid:report_id>/", views.report, name="report"),
    re_path(rf"^(?P<report_id>[0-9a-f-]{{36}})/report\.{KIND}$", views.file, name="file"),
    path("<uuid:report_id>/write/<slug:step>/", views.write, name="write"),
    path("<uuid:report_id>/answer/<slug:step>/", views.save_answer, name="save_answer"),
    path("<uuid:report_id>/row/<slug:step>/", views.save_row, name="save_row"),
    path("<uuid:report_id>/attach/", views.attach, name="attach"),
    path("<uuid:report_id>/submit/", views.submit, name="submit"),
    path("<uuid:report_id>/decide/", views.decide, name="decide"),
    path("<uuid:report_id>/reopen/", views.reopen, name="reopen"),
    path("rows/<slug:step>/<uuid:row_id>/remove/", views.remove_row, name="remove_row"),
    path("rows/<slug:step>/<uuid:row_id>/put-back/", views.put_back_row, name="put_back_row"),
    path("attachments/<uuid:attachment_id>/", views.attachment, name="attachment"),
    path("attachments/<uuid:attachment_id>/remove/", views.detach, name="detach"),
    path("attachments/<uuid:attachment_id>/put-back/", views.put_back_attachment, name="put_back_attachment"),
]
