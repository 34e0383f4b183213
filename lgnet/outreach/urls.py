# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `outreach`."""

from django.urls import path

from lgnet.outreach import views

app_name = "outreach"
urlpatterns = [
    path("", views.contacts, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:contact_id>/", views.contact, name="contact"),
    path("<uuid:contact_id>/area/", views.area, name="area"),
    path("<uuid:contact_id>/tie/", views.tie, name="tie"),
    path("<uuid:contact_id>/untie/", views.untie, name="untie"),
]
