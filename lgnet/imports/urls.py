# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `imports`."""

from django.urls import path

from lgnet.imports import views

app_name = "imports"
urlpatterns = [
    path("", views.list_, name="list"),
    path("new/", views.new, name="new"),
    path("export/people/", views.export_people, name="export_people"),
    path("<uuid:run_id>/", views.run, name="run"),
    path("<uuid:run_id>/columns/", views.columns, name="columns"),
    path("<uuid:run_id>/write/", views.write, name="write"),
    path("<uuid:run_id>/give-up/", views.give_up, name="give_up"),
    path("<uuid:run_id>/undo/", views.undo, name="undo"),
    path("<uuid:run_id>/problems/", views.problems, name="problems"),
]
