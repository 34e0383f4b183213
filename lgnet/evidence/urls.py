# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `evidence`."""

from django.urls import URLPattern

app_name = "evidence"
urlpatterns: list[URLPattern] = []
