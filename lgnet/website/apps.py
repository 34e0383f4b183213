# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from types import ModuleType

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class WebsiteConfig(AppConfig):
    name = "lgnet.website"
    label = "website"
    default = True


class PreferencesOnly(WagtailUsersAppConfig):  # type: ignore[misc]  # Wagtail carries no types
    """Of the library's users only their preferences: who works here is invited by partners, never kept by it.

    Without its hooks it has no pages of its own, which would want Django's groups of users.
    """

    default = False

    def ready(self) -> None:
        self.module = ModuleType(self.name)
