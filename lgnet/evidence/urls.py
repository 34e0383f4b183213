# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `evidence`. A partner is named by the code of its organisation, a month as 2026-03."""

from django.urls import path

from lgnet.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("audit-trail/", views.audit_trail, name="audit_trail"),
    path("partners/<slug:code>/", views.of_partner, name="partner"),
    path("partners/<slug:code>/sample/", views.order, name="order"),
    path("partners/<slug:code>/<slug:kind>/<slug:month>/", views.month, name="month"),
    path("partners/<slug:code>/<slug:kind>/<slug:month>/freeze/", views.freeze, name="freeze"),
    path("facts/<uuid:fact_id>/", views.fact, name="fact"),
    path("samples/<uuid:pk>/", views.sample, name="sample"),
    path("samples/<uuid:pk>/pack/", views.pack, name="pack"),
    path("samples/<uuid:pk>/close/", views.close, name="close"),
    path("samples/<uuid:pk>/people/<uuid:sampled>/", views.check, name="check"),
]
