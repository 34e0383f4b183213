# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `directives`."""

from django.urls import URLPattern

app_name = "directives"
urlpatterns: list[URLPattern] = []
