# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of addresses. Each domain keeps its own."""

from django.urls import include, path, re_path

from lgnet.config import views

urlpatterns = [
    path("status", views.status, name="status"),
    path("i18n/", include("django.conf.urls.i18n")),
    # The library's pages that have no place here: addresses and first passwords come from an administrator.
    path("accounts/email/", views.not_offered),
    re_path("^accounts/confirm-email/", views.not_offered),
    path("accounts/password/set/", views.not_offered),
    path("accounts/login/code/confirm/", views.not_offered),
    path("accounts/", include("allauth.urls")),
    path("", include("lgnet.ui.urls")),
    path("network/", include("lgnet.network.urls")),
    path("people/", include("lgnet.people.urls")),
    path("exchange/", include("lgnet.exchange.urls")),
    path("meetings/", include("lgnet.meetings.urls")),
    path("cases/", include("lgnet.cases.urls")),
    path("outreach/", include("lgnet.outreach.urls")),
    path("imports/", include("lgnet.imports.urls")),
    path("direction/", include("lgnet.direction.urls")),
    path("quality/", include("lgnet.quality.urls")),
    path("directives/", include("lgnet.directives.urls")),
    path("training/", include("lgnet.training.urls")),
    path("evaluation/", include("lgnet.evaluation.urls")),
    path("practices/", include("lgnet.practices.urls")),
    path("", include("lgnet.society.urls")),
    path("library/", include("lgnet.library.urls")),
    path("analysis/", include("lgnet.analysis.urls")),
    path("evidence/", include("lgnet.evidence.urls")),
    path("snapshots/", include("lgnet.snapshots.urls")),
    path("reports/", include("lgnet.reports.urls")),
    path("", include("lgnet.directory.urls")),
    path("open-data/", include("lgnet.open_data.urls")),
    path("tests/", include("lgnet.examinations.urls")),
    path("", include("lgnet.recognition.urls")),
    path("", include("lgnet.mediakit.urls")),
    path("api/", include("lgnet.api.urls")),
    path("demo/", include("lgnet.demo.urls")),
    path("site-admin/logout/", views.to_log_out),
    path("site-admin/test404/", views.not_offered),
    path("site-admin/failwhale/", views.not_offered),
    path("site-admin/", include("wagtail.admin.urls")),
    # After all other public pages: it answers every address that begins with a language.
    path("", include("lgnet.website.urls")),
    path("", include("lgnet.desk.urls")),
]

handler400 = "lgnet.ui.views.bad_request"
handler403 = "lgnet.ui.views.forbidden"
handler404 = "lgnet.ui.views.not_found"
handler500 = "lgnet.ui.views.server_error"
