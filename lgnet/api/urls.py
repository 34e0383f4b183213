# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `api`."""

from django.urls import URLPattern

app_name = "api"
urlpatterns: list[URLPattern] = []
