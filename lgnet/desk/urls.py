# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `desk`."""

from django.urls import path

from lgnet.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("people/<uuid:person_id>/", views.person, name="person"),
    path("work/<slug:kind>/", views.work, name="work"),
    path("contribution/<slug:kind>/", views.contribution, name="contribution"),
]
