# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `cases`."""

from django.urls import path

from lgnet.cases.views import caseload, intake

app_name = "cases"
urlpatterns = [
    path("", caseload.case_list, name="list"),
    path("hand-out/", caseload.hand_out, name="hand_out"),
    path("queue/", intake.queue, name="queue"),
    path("start/", intake.start, name="start"),
    path("intakes/<uuid:pk>/screen/", intake.screen, name="screen"),
    path("intakes/<uuid:pk>/take/", intake.take, name="take"),
    path("<uuid:pk>/", caseload.case, name="case"),
    path("<uuid:pk>/assign/", caseload.assign, name="assign"),
    path("<uuid:pk>/close/", caseload.close, name="close"),
    path("<uuid:pk>/close/undo/", caseload.undo_close, name="undo_close"),
    path("<uuid:pk>/reopen/", caseload.reopen, name="reopen"),
]
