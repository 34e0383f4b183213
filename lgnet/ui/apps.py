# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registers the application whose label is `ui`; it has templates and tags, but no models."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    name = "lgnet.ui"
    label = "ui"
    verbose_name = _("Interface")
