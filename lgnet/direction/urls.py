# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `direction`. A partner is named by the code of its organisation."""

from django.urls import path, re_path

from lgnet.direction import views

app_name = "direction"
urlpatterns = [
    path("", views.nation, name="nation"),
    re_path(r"^figures\.(?P<kind>csv|xlsx)$", views.nation_file, name="nation_file"),
    path("indicators/", views.indicators, name="indicators"),
    path("indicators/<str:code>/", views.indicator, name="indicator"),
    path("partners/<slug:code>/", views.partner, name="partner"),
    re_path(
        r"^partners/(?P<code>[-\w]+)/figures\.(?P<kind>csv|xlsx)$", views.partner_file, name="partner_file"
    ),
    path("partners/<slug:code>/targets/<str:indicator>/", views.target, name="target"),
]
