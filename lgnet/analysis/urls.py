# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `analysis`."""

from django.urls import path

from lgnet.analysis import views

app_name = "analysis"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("timeliness/", views.timeliness, name="timeliness"),
    path("flows/", views.flows, name="flows"),
    path("refusals/", views.refusals, name="refusals"),
    path("places/", views.places, name="places"),
    path("seasons/", views.seasons, name="seasons"),
    path("needs/", views.needs, name="needs"),
]
