# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `examinations`."""

from django.urls import path

from lgnet.examinations.views import keeping, results, taking

app_name = "examinations"
urlpatterns = [
    path("", taking.list_, name="list"),
    path("banks/", keeping.banks, name="banks"),
    path("banks/<uuid:bank_id>/", keeping.bank, name="bank"),
    path("banks/<uuid:bank_id>/new/", keeping.new_question, name="new_question"),
    path("questions/<uuid:question_id>/", keeping.question, name="question"),
    path("questions/<uuid:question_id>/retire/", keeping.retire, name="retire"),
    path("questions/<uuid:question_id>/restore/", keeping.restore, name="restore"),
    path("marking/", results.marking, name="marking"),
    path("new/", keeping.new, name="new"),
    path("attempts/<uuid:attempt_id>/", taking.attempt, name="attempt"),
    path("attempts/<uuid:attempt_id>/answers/<int:position>/", taking.save, name="save"),
    path("attempts/<uuid:attempt_id>/hand-in/", taking.hand_in, name="hand_in"),
    path("attempts/<uuid:attempt_id>/time/", taking.time, name="time"),
    path("attempts/<uuid:attempt_id>/mark/", results.mark, name="mark"),
    path("<uuid:exam_id>/", taking.exam, name="exam"),
    path("<uuid:exam_id>/begin/", taking.begin, name="begin"),
    path("<uuid:exam_id>/edit/", keeping.edit, name="edit"),
    path("<uuid:exam_id>/open/", keeping.open_, name="open"),
    path("<uuid:exam_id>/close/", keeping.close, name="close"),
    path("<uuid:exam_id>/results/", results.results, name="results"),
    path("<uuid:exam_id>/results.csv", results.table, name="table"),
    path("<uuid:exam_id>/admit/", results.admit, name="admit"),
]
