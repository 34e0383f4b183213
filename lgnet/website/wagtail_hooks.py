# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the library's editing pages show less or more: a way back to the platform, no menus that lead nowhere here."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.contrib.redirects import views as redirects
from wagtail.images.views import images
from wagtail.models import Page

from lgnet.network.permissions import Permission
from lgnet.website.models import SitePage
from lgnet.website.queries import most_opened, own_pages
from lgnet.website.redirects import WayForm
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


class Own(Component):  # type: ignore[misc]  # the same
    """The pages of a partner in each language, and where to write its news."""

    order = 50
    template_name = "website/editing/own.html"

    def __init__(self, pages: Sequence[SitePage]) -> None:
        self.pages = pages

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"pages": self.pages}


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def colours_of_the_platform() -> str:
    """The editing pages look like the rest."""
    return format_html('<link rel="stylesheet" href="{}">', static("website/editing.css"))


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def how_often_pages_are_opened(request: HttpRequest, panels: list[Any]) -> None:
    """On the first page of the editors; a partner's finds its own pages first."""
    panels.append(Opened())
    worker = getattr(request, "worker", None)
    if worker is not None and not worker.may(Permission.SITE_PUBLISH):
        pages = own_pages(worker.partner_id)
        if pages:
            panels.append(Own(pages))


@hooks.register("before_publish_page")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def whoever_asked_is_told(request: HttpRequest, page: Page) -> None:
    """The nation publishes, corrected, what a partner had sent: that answers it too."""
    asked = page.current_workflow_state
    if asked is not None and asked.requested_by_id and asked.requested_by_id != request.user.pk:
        tell(Told.APPROVED, page_id=page.pk, author_id=asked.requested_by_id)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def ours_before_the_library_s() -> list[URLPattern]:
    """Its views at its addresses, with our forms: one picture after another, each told of; no ways in a circle."""
    return [
        path("images/multiple/add/", images.CreateView.as_view()),
        path("redirects/add/", redirects.CreateView.as_view(form_class=WayForm)),
        path("redirects/<int:redirect_id>/", redirects.EditView.as_view(form_class=WayForm)),
    ]
