# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `direction`. A partner is named by the code of its organisation."""

from django.urls import path, re_path

from lgnet.direction.views import figures, indicators, sharing, targets

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
    path("partners/<slug:code>/targets/<str:indicator>/", targets.target, name="target"),
    path("what-if/<slug:code>/", figures.what_if, name="what_if"),
    path("targets/", targets.targets, name="targets"),
    re_path(r"^targets/table\.(?P<kind>csv|xlsx)$", targets.targets_file, name="targets_file"),
    path("targets/sheet/", targets.sheet, name="sheet"),
    path("targets/sheet/decide/", targets.sheet_decide, name="sheet_decide"),
    path("targets/acts/<uuid:pk>/take-back/", targets.take_back, name="take_back"),
    path("targets/share/", sharing.share, name="share"),
    path("targets/share/accept/", sharing.accept, name="share_accept"),
    path("targets/share/refuse/", sharing.refuse, name="share_refuse"),
]
