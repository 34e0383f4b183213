# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the log-in library behaves here: accounts by invitation only, secrets of the second step encrypted."""

import base64
import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from lgnet.core import vault
from lgnet.network.actions import note_log_in
from lgnet.network.models import User

# The library does not say whose secret it stores: the seal is bound to its purpose instead.
_PURPOSE = uuid.uuid5(uuid.NAMESPACE_URL, "lgnet:second-step")


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up by themselves: a partner's administrator invites them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Opens the session, after the second step too, and leaves a trace in the access log."""
        super().login(request, user)
        note_log_in(by=user)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """The library's addresses know keys without hyphens only; ours are UUIDs behind a parent link."""
        url = str(context["password_reset_url"]).replace(str(user.pk), user.pk.hex)
        super().send_password_reset_mail(user, email, context | {"password_reset_url": url})


class SealedSecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Keys of authenticator apps and seeds of recovery codes are stored encrypted, "key id:base64"."""

    def encrypt(self, text: str) -> str:
        key_id = vault.current_key_id()
        sealed = vault.wrap(text.encode(), key_id=key_id, subject=_PURPOSE)
        return f"{key_id}:{base64.b64encode(sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        key_id, _, sealed = encrypted_text.partition(":")
        return vault.unwrap(base64.b64decode(sealed), key_id=key_id, subject=_PURPOSE).decode()
