# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the library's editing pages show less or more: a way back to the platform, no menus that lead nowhere here."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from lgnet.website.queries import most_opened
from lgnet.website.telling import Told, tell

SHOWN = frozenset({"explorer", "images", "reports", "redirects", "settings", "platform"})


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def way_back() -> MenuItem:
    """To the first page of the platform."""
    return MenuItem(
        _("Back to the platform"), reverse("desk:home"), name="platform", icon_name="arrow-left", order=10_000
    )


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def only_what_is_used(request: HttpRequest, items: list[Any]) -> None:
    """People, groups and sites are kept elsewhere or not at all."""
    items[:] = [item for item in items if item.name in SHOWN]


class Opened(Component):  # type: ignore[misc]  # Wagtail carries no types
    """Which pages were opened how often in the last thirty days."""

    order = 250
    template_name = "website/editing/opened.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"pages": most_opened()}


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def how_often_pages_are_opened(request: HttpRequest, panels: list[Any]) -> None:
    """On the first page of the editors."""
    panels.append(Opened())


@hooks.register("before_publish_page")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def whoever_asked_is_told(request: HttpRequest, page: Page) -> None:
    """The nation publishes, corrected, what a partner had sent: that answers it too."""
    asked = page.current_workflow_state
    if asked is not None and asked.requested_by_id and asked.requested_by_id != request.user.pk:
        tell(Told.APPROVED, page_id=page.pk, author_id=asked.requested_by_id)
