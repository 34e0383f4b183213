# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `snapshots`. A cut-off is named by its code: the day of its data and a number."""

from django.urls import path, re_path

from lgnet.snapshots import views

app_name = "snapshots"
urlpatterns = [
    path("", views.list_, name="list"),
    path("take/", views.take, name="take"),
    path("columns/<slug:sheet>/", views.layout, name="layout"),
    path("work/<uuid:work_id>/", views.work, name="work"),
    path("work/<uuid:work_id>/resume/", views.resume, name="resume"),
    re_path(r"^work/(?P<work_id>[0-9a-f-]{36})/(?P<what>lines|refused)/$", views.file, name="file"),
    path("<str:code>/", views.cutoff, name="cutoff"),
    path("<str:code>/verify/", views.verify, name="verify"),
    path("<str:code>/differences/", views.differences, name="differences"),
    path("<str:code>/sheets/", views.sheets, name="sheets"),
    path("<str:code>/sheets/acknowledge/", views.acknowledge, name="acknowledge"),
    re_path(r"^(?P<code>[-.\d]+)/sheets/indicators\.(?P<kind>csv|xlsx)$", views.values, name="values"),
    path("<str:code>/sheets/<slug:sheet>/", views.export, name="export"),
]
