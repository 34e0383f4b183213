# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

from importlib import import_module
from types import ModuleType

from django.apps import AppConfig
from wagtail.admin.apps import WagtailAdminAppConfig
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


class EditorsWithoutLetters(WagtailAdminAppConfig):  # type: ignore[misc]  # the same
    """The library's editing pages. Who is told of what is decided here: its own letters do not leave beside ours."""

    default = False

    def ready(self) -> None:
        import_module("wagtail.admin.telepath.widgets")
