# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `quality`. A check is named by its code, a partner by that of its organisation."""

from django.urls import path

from lgnet.quality import views

app_name = "quality"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("scorecard/", views.scorecard_of_partner, name="scorecard"),
    path("not-reportable/", views.reportability, name="reportability"),
    path("colleagues/<uuid:worker_id>/", views.worker, name="worker"),
    path("checks/<slug:code>/", views.check, name="check"),
    path("checks/<slug:code>/<uuid:subject_id>/dismiss/", views.dismiss, name="dismiss"),
    path("dismissals/<uuid:pk>/take-back/", views.take_back, name="take_back"),
    path("people/<uuid:person_id>/twins/", views.twins_of, name="twins"),
    path("people/<uuid:person_id>/twins/<uuid:other_id>/count-once/", views.count_once, name="count_once"),
    path("people/<uuid:person_id>/count-apart/", views.count_apart, name="count_apart"),
    path("partners/<slug:code>/", views.partner, name="partner"),
]
