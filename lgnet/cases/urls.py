# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `cases`."""

from django.urls import path

from lgnet.cases.views import assessment, case, caseload, intake, plan, team, work

app_name = "cases"
urlpatterns = [
    path("", caseload.case_list, name="list"),
    path("hand-out/", caseload.hand_out, name="hand_out"),
    path("queue/", intake.queue, name="queue"),
    path("start/", intake.start, name="start"),
    path("intakes/<uuid:pk>/screen/", intake.screen, name="screen"),
    path("intakes/<uuid:pk>/take/", intake.take, name="take"),
    path("<uuid:pk>/", case.case, name="case"),
    path("<uuid:pk>/assign/", caseload.assign, name="assign"),
    path("<uuid:pk>/team/", team.team, name="team"),
    path("members/<uuid:pk>/leave/", team.leave, name="leave"),
    path("members/<uuid:pk>/rejoin/", team.rejoin, name="rejoin"),
    path("<uuid:pk>/close/", caseload.close, name="close"),
    path("<uuid:pk>/close/undo/", caseload.undo_close, name="undo_close"),
    path("<uuid:pk>/reopen/", caseload.reopen, name="reopen"),
    path("<uuid:pk>/notes/", case.note, name="note"),
    path("notes/<uuid:pk>/undo/", case.undo_note, name="undo_note"),
    path("<uuid:pk>/assess/", assessment.assess, name="assess"),
    path("<uuid:pk>/outcome/", assessment.outcome, name="outcome"),
    path("<uuid:pk>/vulnerabilities/", assessment.vulnerabilities, name="vulnerabilities"),
    path("vulnerabilities/<uuid:pk>/end/", assessment.end_vulnerability, name="end_vulnerability"),
    path("<uuid:pk>/plan/", plan.plan, name="plan"),
    path("<uuid:pk>/plan/draft/", plan.draft, name="draft"),
    path("plans/<uuid:pk>/agree/", plan.agree, name="agree"),
    path("plans/<uuid:pk>/pdf/", plan.plan_pdf, name="plan_pdf"),
    path("plans/<uuid:plan_id>/goals/<uuid:pk>/", plan.goal, name="goal"),
    path("goals/<uuid:pk>/remove/", plan.remove_goal, name="remove_goal"),
    path("steps/<uuid:pk>/", plan.step, name="step"),
    path("<uuid:pk>/quick/", work.quick, name="quick"),
    path("<uuid:pk>/deliver/", work.deliver, name="deliver"),
    path("interventions/<uuid:pk>/undo/", work.undo_intervention, name="undo_intervention"),
    path("<uuid:pk>/review/", work.review, name="review"),
]
