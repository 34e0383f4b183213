# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Back to the list one came from: a form opened from a list of things to do leads back to it once it is saved.

The way back travels signed in the address of the form ("?back=…"), so that nobody can send somebody elsewhere with
it. Forms of every domain post to their own address and need not know.
"""

from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SALT = "ui.back"
PARAMETER = "back"
SAVED = frozenset({302, 303})

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def with_way_back(url: str, back: str) -> str:
    """The address of a form, with the path to return to once it is saved; a fragment stays at the end."""
    path, hash_mark, field = url.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{PARAMETER}={signing.Signer(salt=SALT).sign_object(back)}{hash_mark}{field}"


class BackToTheList:
    """Turns the redirect after a saved form to the list that the form was opened from."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        token = request.GET.get(PARAMETER, "")
        if token and request.method == "POST" and response.status_code in SAVED:
            path = _opened(token)
            if path:
                response["Location"] = path
        return response


def _opened(token: str) -> str:
    try:
        path = signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return ""
    return path if isinstance(path, str) else ""
