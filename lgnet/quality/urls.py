# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `quality`."""

from django.urls import URLPattern

app_name = "quality"
urlpatterns: list[URLPattern] = []
