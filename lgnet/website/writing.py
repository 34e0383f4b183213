# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form that writes a page: what is decided by its place in the tree is not asked."""

from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from lgnet.website.sizes import make_sizes


class PageForm(WagtailAdminPageForm):  # type: ignore[misc]  # Wagtail carries no types
    """A new page belongs to the partner above it: below a partner or the news it is news, elsewhere a text."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        parent = self.parent_page
        if self.instance.pk is None and parent is not None:
            above = parent.specific
            self.instance.partner = getattr(above, "partner", None)
            is_news = getattr(above, "kind", "") in {"news", "partner"} or parent.slug == "news"
            self.instance.kind = "news" if is_news else "text"
        self._ask_for_words_of_the_picture(cleaned)
        if self.instance.kind != "news" or self.is_deferred_validation:
            return cleaned  # a draft may lack what the public page needs
        if not cleaned.get("summary"):
            self.add_error("summary", _("Say in one sentence what is new: it stands in the list of news."))
        if not strip_tags(str(cleaned.get("body", ""))).strip():
            self.add_error("body", _("Write the text of the news."))
        return cleaned

    def _ask_for_words_of_the_picture(self, cleaned: dict[str, Any]) -> None:
        """What is on a picture is written in Italian with it; in another language the page says it."""
        above = self.parent_page
        locale = self.instance.locale if self.instance.locale_id else getattr(above, "locale", None)
        is_italian = locale is not None and locale.language_code == "it" and not cleaned.get("written_in")
        is_missing = cleaned.get("image") and not str(cleaned.get("image_says", "")).strip()
        if is_missing and not is_italian and not self.is_deferred_validation:
            self.add_error("image_says", _("Say what is on the picture in the language of this page."))

    def save(self, commit: bool = True) -> Any:
        """The sizes in which visitors see the picture are made now: they may write nothing."""
        page = super().save(commit=commit)
        if page.image is not None:
            make_sizes(page.image)
        return page
