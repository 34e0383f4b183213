# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the gallery and of the legal pages."""

from django.urls import path

from lgnet.ui import views

app_name = "ui"
urlpatterns = [
    path("_ui/", views.gallery, name="gallery"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("legal/", views.legal, name="legal"),
]
