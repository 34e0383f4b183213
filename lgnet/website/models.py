# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the public site that people write, on Wagtail's tree: one tree for each language.

The address of a page is its place in the tree (`/it/network/sassari/una-notizia/`): the homes have the code of their
language as slug. What the platform knows (figures, sites, practices) is not written here but read by the views.
"""

from typing import Any, ClassVar, cast

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage, AbstractRendition
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


class Picture(AbstractImage):  # type: ignore[misc]  # Wagtail carries no types
    """A picture of the site, with whose it is, on which terms it is shown, and whether the people on it agreed."""

    class Licence(models.TextChoices):
        """On which terms others may use it."""

        CC_BY = "CC-BY-4.0", _("CC BY 4.0: others may use it and name the author")
        CC0 = "CC0-1.0", _("CC0: others may use it freely")
        HERE = "here", _("Shown here by agreement, not to be used elsewhere")

    class People(models.TextChoices):
        """Who can be recognised on it."""

        NOBODY = "nobody", _("Nobody, or nobody who can be recognised")
        RELEASED = "released", _("People who signed a release (for minors: their parents)")

    rights_holder = models.CharField(
        _("Whose picture it is"),
        max_length=160,
        help_text=_("The photographer or the body; stands below the picture."),
    )
    licence = models.CharField(_("Terms"), max_length=20, choices=Licence)
    people = models.CharField(_("Who can be recognised"), max_length=10, choices=People)
    release_kept_at = models.CharField(
        _("Where the signed release is kept"),
        max_length=160,
        blank=True,
        help_text=_("The number of the protocol or the folder; the public does not read it."),
    )
    release_until = models.DateField(
        _("The release holds until"),
        null=True,
        blank=True,
        help_text=_("The day after, the picture is no longer shown. Empty: until it is withdrawn."),
    )

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:  # noqa: A002 - the library's
        """A size of the picture, in memory: the library leaves its temporary file open."""
        made = super().generate_rendition_file(filter, source=source)
        made.seek(0)
        content = ContentFile(made.read(), name=made.name)
        made.close()
        return content

    admin_form_fields = (
        "title", "file", "description", "rights_holder", "licence", "people", "release_kept_at", "release_until",
        "collection", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    class Protection:
        owner = "website"
        rows = "everybody while the release of the people on it holds; editors all"
        retention = "reference"
        public = {
            "id", "title", "file", "description", "width", "height", "rights_holder", "licence", "people",
            "release_until", "collection", "focal_point_x", "focal_point_y", "focal_point_width",
            "focal_point_height", "file_size", "file_hash", "created_at", "tags",
        }  # fmt: skip
        operational = {"release_kept_at"}
        staff = {"uploaded_by_user"}

    class Meta(AbstractImage.Meta):  # type: ignore[misc]  # the same
        verbose_name = pgettext_lazy("site", "picture")
        verbose_name_plural = pgettext_lazy("site", "pictures")
        constraints = [
            models.CheckConstraint(
                name="picture_says_what_is_on_it_and_whose_it_is",
                condition=~Q(description="") & ~Q(rights_holder=""),
            ),
            models.CheckConstraint(
                name="picture_of_people_has_a_release",
                condition=~Q(people="released") | ~Q(release_kept_at=""),
            ),
        ]


class PictureSize(AbstractRendition):  # type: ignore[misc]  # the same
    """A picture in a size and a format in which it is shown."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE, db_index=False)

    class Protection:
        owner = "website"
        rows = "with the picture"
        retention = "reference"
        public = {"id", "image", "filter_spec", "file", "width", "height", "focal_point_key"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_size_of_a_picture", fields=["image", "filter_spec", "focal_point_key"]
            )
        ]


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
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Photograph or drawing"),
    )
    image_says = models.CharField(
        _("What is on the picture, in the language of this page"),
        max_length=160,
        blank=True,
        help_text=_("Empty on an Italian page: what was written with the picture."),
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
            "page_ptr", "partner", "kind", "summary", "body", "image", "image_says", "written_in",
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
        FieldPanel("image_says"),
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
