# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `network`."""

from django.urls import URLPattern

app_name = "network"
urlpatterns: list[URLPattern] = []
