# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the public site that people write, on Wagtail's tree: one tree for each language.

The address of a page is its place in the tree (`/it/network/sassari/una-notizia/`): the homes have the code of their
language as slug. What the platform knows (figures, sites, practices) is not written here but read by the views.
"""

from typing import Any, ClassVar, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, Task, TaskState, WorkflowState

from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.public import CONTENT_ONLY
from lgnet.website.preview import preview
from lgnet.website.telling import Told, tell
from lgnet.website.writing import PageForm

FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "hr"]  # no colours, no italics: plain language


def planned() -> PublishingPanel:
    """From when until when a page is public, and what becomes of that while the page waits for the nation."""
    panel = PublishingPanel()
    panel.children.insert(0, HelpPanel(template="website/editing/planned.html"))
    return panel


class SitePage(Page):  # type: ignore[misc]  # Wagtail carries no types
    """What every written page has: a sentence that sums it up, a text, a picture, the partner that answers for it."""

    class Kind(models.TextChoices):
        """What a page is for: it decides the template and who may add what below it."""

        HOME = "home", _("Home")
        TEXT = "text", _("Text")
        NEWS = "news", pgettext_lazy("site", "News")
        PARTNER = "partner", _("Partner")

    partner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Partner"),
        help_text=_("Whose page it is; empty for the whole network."),
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TEXT, editable=False)
    summary = models.CharField(
        _("In one sentence"),
        max_length=300,
        blank=True,
        help_text=_("Shown in lists, in search engines and where the page is shared."),
    )
    body = RichTextField(_("Text"), blank=True, features=FEATURES)
    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Photograph or drawing"),
    )
    written_in = models.CharField(
        _("Language of the text"),
        max_length=2,
        blank=True,
        choices=[(code, language.name) for code, language in CONTENT_ONLY.items()],
        help_text=_(
            "Only where it is not the language of the site: German for Bolzano, Slovene for Trieste."
        ),
    )

    class Protection:
        owner = "website"
        rows = "published pages for everybody; drafts for editors, each partner writes its own"
        retention = "reference"
        public = {
            "page_ptr", "partner", "kind", "summary", "body", "image", "written_in",
        }  # fmt: skip

    class Meta:
        verbose_name = pgettext_lazy("site", "page")
        constraints = [
            models.CheckConstraint(
                name="site_page_of_a_partner_names_it",
                condition=~Q(kind="partner") | Q(partner__isnull=False),
            )
        ]

    base_form_class = PageForm
    content_panels: ClassVar[list[Any]] = [
        HelpPanel(template="website/editing/languages.html", heading=_("Languages")),
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("image"),
        FieldPanel("body"),
        FieldPanel("written_in"),
    ]
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")])
    ]
    settings_panels: ClassVar[list[Any]] = [planned()]

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The address is the place in the tree: no site, no middleware, no reversing."""
        return (1, settings.SITE_ADDRESS, self.url_path) if self.depth > 1 else None

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The draft as visitors would see it, drawn as the editor who asks: not through the middlewares again."""
        return preview(self)


class PublicEdition(models.Model):
    """How often what the public may read has changed: pages kept under an older number are out of date."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)

    class Protection:
        owner = "website"
        rows = "open: a counter"
        retention = "reference"
        public = {"id", "number"}

    class Meta:
        constraints = [models.CheckConstraint(name="one_public_edition", condition=Q(id=1))]


class PageViews(models.Model):
    """How often a page was opened on a day: a number, nothing of whoever opened it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    path = models.CharField(max_length=200)
    day = models.DateField()
    number = models.PositiveIntegerField()
    counted_at = models.DateTimeField(default=now)

    class Protection:
        owner = "website"
        rows = "open: counters of pages, read by whoever works in the network"
        retention = "reference"
        operational = {"id", "path", "day", "number", "counted_at"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_counter_per_page_and_day", fields=["day", "path"])]


class NationTask(Task):  # type: ignore[misc]  # the same
    """The nation reads what a partner wants to publish, and lets it out or sends it back."""

    class Protection:
        owner = "website"
        rows = "open to editors"
        retention = "reference"
        operational = {"task_ptr"}

    class Meta:
        verbose_name = _("approval by the nation")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """The nation is told that a page waits, unless it is the nation that sends it."""
        state = super().start(workflow_state, user=user)
        if not _publishes(user):
            tell(Told.WAITS, page_id=int(workflow_state.object_id), author_id=workflow_state.requested_by_id)
        return state

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Whoever sent the page is told what the nation decided."""
        super().on_action(task_state, user, action_name, **kwargs)
        asked = task_state.workflow_state
        if asked.requested_by_id and asked.requested_by_id != user.pk:
            what = Told.APPROVED if action_name == "approve" else Told.SENT_BACK
            tell(what, page_id=int(asked.object_id), author_id=asked.requested_by_id)

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        return _publishes(user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """While the nation reads it, nobody else changes it."""
        return not _publishes(user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, Any, bool]]:
        if not _publishes(user):
            return []
        return [("reject", _("Send back with a comment"), True), ("approve", _("Approve and publish"), False)]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        if not _publishes(user):
            return cast("models.QuerySet[TaskState]", TaskState.objects.none())
        found = TaskState.objects.filter(task=self.task_ptr, status=TaskState.STATUS_IN_PROGRESS)
        return cast("models.QuerySet[TaskState]", found)

    @classmethod
    def get_description(cls) -> Any:
        return _("The nation approves, and with that the page is published.")


def _publishes(user: Any) -> bool:
    return Permission.SITE_PUBLISH in getattr(user, "granted", ())
