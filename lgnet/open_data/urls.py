# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `open_data`."""

from django.urls import URLPattern

app_name = "open_data"
urlpatterns: list[URLPattern] = []
