# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `evaluation`."""

from django.urls import path

from lgnet.evaluation.views import answering, reading, writing

app_name = "evaluation"
urlpatterns = [
    path("", reading.home, name="list"),
    path("proposed/", reading.proposed, name="proposed"),
    path("surveys/<uuid:invitation_id>/", answering.answer, name="answer"),
    path("modules/<uuid:module_id>/", reading.results, name="results"),
    path("form/", reading.form, name="form"),
    path("form/export/<str:kind>/", reading.take_form, name="take_form"),
    path("questions/<str:kind>/", writing.questions, name="questions"),
]
