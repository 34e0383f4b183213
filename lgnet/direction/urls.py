# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `direction`. A partner is named by the code of its organisation."""

from django.urls import path, re_path

from lgnet.direction.views import figures, indicators

app_name = "direction"
urlpatterns = [
    path("", figures.nation, name="nation"),
    re_path(r"^figures\.(?P<kind>csv|xlsx)$", figures.nation_file, name="nation_file"),
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/<str:code>/", indicators.indicator, name="indicator"),
    path("checks/", indicators.checks, name="checks"),
    path("partners/<slug:code>/", figures.partner, name="partner"),
    re_path(
        r"^partners/(?P<code>[-\w]+)/figures\.(?P<kind>csv|xlsx)$", figures.partner_file, name="partner_file"
    ),
    path("partners/<slug:code>/targets/<str:indicator>/", figures.target, name="target"),
]
