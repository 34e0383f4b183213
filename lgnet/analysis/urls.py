# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `analysis`."""

from django.urls import URLPattern

app_name = "analysis"
urlpatterns: list[URLPattern] = []
