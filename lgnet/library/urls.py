# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `library`."""

from django.urls import path

from lgnet.library import views

app_name = "library"
urlpatterns = [path("", views.search, name="search")]
