# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of an address that leads elsewhere: it never leads in a circle, and not to nowhere."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect

LONGEST_WAY = 50


class WayForm(RedirectForm):  # type: ignore[misc]  # Wagtail carries no types
    """An older address and where it leads."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        given: dict[str, Any] = self.cleaned_data
        page, link = given.get("redirect_page"), str(given.get("redirect_link") or "").strip()
        if not given.get("old_path"):
            return given
        if not page and not link and "redirect_link" not in self.errors:
            raise forms.ValidationError(_("Say where this address leads: to a page, or to an address."))
        begin = Redirect.normalise_path(given["old_path"])
        if page is not None and page.live and Redirect.normalise_path(page.url_path) == begin:
            self.add_error("old_path", _("This is the address of that page: nobody would be led anywhere."))
        elif not page and self._comes_back(begin, link):
            self.add_error(
                "redirect_link", _("This leads in a circle: in the end one is back at this address.")
            )
        return given

    def _comes_back(self, begin: str, link: str) -> bool:
        """Whether following the links of our own site leads to `begin` again."""
        for _step in range(LONGEST_WAY):
            if not link.startswith(("/", settings.SITE_ADDRESS)):
                return False
            at = Redirect.normalise_path(urlsplit(link).path)
            if at == begin:
                return True
            row = Redirect.objects.filter(old_path=at).exclude(pk=self.instance.pk).first()
            if row is None:
                return False
            link = row.redirect_page.url_path if row.redirect_page else row.redirect_link
        return True
