# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of `demo`."""

from django.urls import path

from lgnet.demo import views

app_name = "demo"
urlpatterns = [path("", views.enter, name="enter")]
