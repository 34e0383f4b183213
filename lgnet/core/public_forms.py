# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one piece that protects every form that anybody may send without logging in.

    class OfferForm(PublicForm):
        form_name = "society.offer"         # the domain and what is sent
        text = forms.CharField(max_length=2000)

    form = OfferForm.of(request)            # bound when something was sent
    if form.is_valid(): ...                 # also counts; nothing else to call, nothing to forget
    return guard(render_page(request, "...", page, status=form.status), form)

What it does, without a captcha and without asking anybody else:

- a signed stamp says when the page was made: what comes back in under `at_least` seconds or after `at_most` is asked
  for again, and everything typed stays;
- a field that nobody sees must stay empty;
- an address may send a form `per_visitor` times an hour, everybody together `per_form` times: counted in the table of
  shared values by a database function, under a keyed digest that changes each day. No address is kept, and nobody who
  works here can read the counts;
- every text has a length, and all of them together at most `MOST_CHARACTERS`; more than `MOST_LINKS` links are not
  taken; characters that nobody sees and that turn a line round or break a page go;
- `sending` is the same for the same form sent twice with the same words (a double tap, a page loaded again): whoever
  stores it under that id stores it once.

The page with the form must not be kept by caches (`guard` says so). Tests make a stamp with `stamp`.
"""

import datetime as dt
import ipaddress
import json
import re
import secrets
import uuid
from copy import copy
from typing import Any, ClassVar, Self

from allauth.account.adapter import get_adapter
from django import forms
from django.core.signing import BadSignature, Signer
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lgnet.core import vault
from lgnet.core.clock import now, today

HOUR = 3600  # seconds in which a form is counted
MOST_CHARACTERS = 20_000
MOST_LINKS = 3
LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
# Controls but for tab and the ends of lines; embeddings, overrides and isolates of the direction of writing. What
# languages are written with (joiners, marks of left and right) stays.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
TRAP = "website"  # what a program that fills in forms likes to fill in

TOO_QUICK = _("That went very fast. Please send it again: what you wrote is still here.")
TOO_LATE = _("This page had been open for very long. Please send it again: what you wrote is still here.")
TRAPPED = _("A hidden field was filled in; we have emptied it. Please send it again.")
TOO_LONG = _("All together this is too long. Please shorten it.")
LINKS = _(
    "These are many links: we take at most three, because programs send them. What you wrote is still here."
)
TOO_OFTEN = _(
    "This form was sent from your connection very often. Please try again in an hour, or call us: what you wrote"
    " is still here."
)
TOO_MANY = _(
    "Very many people are sending this form at the moment. Please try again in an hour, or call us: what you wrote"
    " is still here."
)


class _Unseen(forms.TextInput):
    """An input that programs see and people do not: not drawn, not reached by keyboard, not read aloud."""

    @property
    def is_hidden(self) -> bool:
        return True

    def __init__(self) -> None:
        super().__init__({"hidden": True, "tabindex": "-1", "autocomplete": "off"})


class PublicForm(forms.Form):
    """A form that anybody may send. Subclasses name themselves and may change the limits."""

    form_name: ClassVar[str] = ""
    per_visitor: ClassVar[int] = 6  # sent by one address in an hour
    per_form: ClassVar[int] = 600  # sent by everybody in an hour
    at_least: ClassVar[int] = 3  # seconds that a person takes
    at_most: ClassVar[dt.timedelta] = dt.timedelta(hours=24)

    def __init__(self, *args: Any, address: str = "", where: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.where = where
        if not self.form_name:
            raise TypeError(f"{type(self).__name__} has no form_name")
        self.address, self.status = address, 200
        self.fields["stamp"] = forms.CharField(
            widget=forms.HiddenInput, max_length=200, required=False, initial=lambda: stamp(self.form_name)
        )
        self.fields[TRAP] = forms.CharField(widget=_Unseen, max_length=500, required=False)
        for name, field in self.fields.items():
            if type(field) is forms.CharField and field.max_length is None:
                raise TypeError(f"{type(self).__name__}.{name} has no max_length")
        for name in self.fields if self.is_bound else ():
            if (seen := UNSEEN.sub("", self._sent(name))) != self._sent(name):
                self._put(name, seen)

    @classmethod
    def of(cls, request: HttpRequest, **kwargs: Any) -> Self:
        """The form of this request: bound when it was sent, counted by the visitor's address."""
        data = request.POST if request.method == "POST" else None
        address = str(get_adapter(request).get_client_ip(request)) if data is not None else ""
        return cls(data, address=address, where=request.path, **kwargs)

    @property
    def sending(self) -> uuid.UUID:
        """The id of this sending: the same where the same page was sent twice with the same words."""
        said = [self.form_name, self.where, *(self._sent(name) for name in sorted(self.fields))]
        return uuid.UUID(bytes=vault.blind_index("public_form.sending", json.dumps(said))[:16], version=4)

    def _post_clean(self) -> None:
        """After the fields and `clean`, which subclasses may replace: the protection cannot be lost on the way."""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, which its types leave out
        trouble = (
            self._stamp_trouble() or self._trap_trouble() or self._size_trouble() or self._link_trouble()
        )
        if trouble is None and not self.errors:
            trouble = self._limit_trouble()
        if trouble is not None:
            self.add_error(None, forms.ValidationError(trouble, code="guard"))
        if self.errors and self.status == 200:
            self.status = 422

    def _stamp_trouble(self) -> Any:
        try:
            shown = _signer(self.form_name).unsign(self._sent("stamp"))
            made = dt.datetime.fromtimestamp(int(shown.partition("-")[0]), dt.UTC)
        except (BadSignature, ValueError):
            self._put("stamp", stamp(self.form_name))
            return TOO_LATE
        if now() - made > self.at_most:
            self._put("stamp", stamp(self.form_name))
            return TOO_LATE
        return TOO_QUICK if now() - made < dt.timedelta(seconds=self.at_least) else None

    def _trap_trouble(self) -> Any:
        if not self._sent(TRAP):
            return None
        self._put(TRAP, "")
        return TRAPPED

    def _size_trouble(self) -> Any:
        sent = sum(len(str(self.data.get(self.add_prefix(name)) or "")) for name in self.fields)
        return TOO_LONG if sent > MOST_CHARACTERS else None

    def _link_trouble(self) -> Any:
        found = sum(len(LINK.findall(self._sent(name))) for name in self.fields if name != TRAP)
        return LINKS if found > MOST_LINKS else None

    def _limit_trouble(self) -> Any:
        own, everybody = count(self.form_name, self.address)
        if own <= self.per_visitor and everybody <= self.per_form:
            return None
        self.status = 429
        return TOO_OFTEN if own > self.per_visitor else TOO_MANY

    def _sent(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name)) or "")

    def _put(self, name: str, value: str) -> None:
        """What the form shows when it is drawn again."""
        shown: Any = copy(self.data)
        shown[self.add_prefix(name)] = value
        self.data = shown


def stamp(form_name: str, *, at: dt.datetime | None = None) -> str:
    """What says when a form was shown; holds for this form alone, and no two are alike."""
    return _signer(form_name).sign(f"{int((at or now()).timestamp())}-{secrets.token_hex(8)}")


def count(form_name: str, address: str) -> tuple[int, int]:
    """Count one sending; how many this address and everybody sent within the hour, this one with them.

    The count of everybody is kept in sixteen parts, so that nobody waits for somebody else's transaction; those that
    go on at this moment are not in it yet.
    """
    visitor = vault.blind_index("public_form", f"{today()} {form_name} {_network(address)}").hex()
    with connection.cursor() as cursor:
        cursor.execute(
            "select own, everybody from core_count_form(%s, %s, %s, %s)", [form_name, visitor, now(), HOUR]
        )
        own, everybody = cursor.fetchone()
    return int(own), int(everybody)


def guard(response: HttpResponse, form: PublicForm) -> HttpResponse:
    """Keep a page with this form out of caches, and say when to come back where it was sent too often."""
    response.headers["Cache-Control"] = "private, no-store"
    if form.status == 429:
        response.headers["Retry-After"] = str(HOUR)
    return response


def _signer(form_name: str) -> Signer:
    return Signer(salt=f"lgnet.public_form.{form_name}")


def _network(address: str) -> str:
    """Who counts as one visitor: an IPv4 address, or the /64 that one household has in IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
