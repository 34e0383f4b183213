# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door of the API: keys, limits, and one form of error (RFC 9457) for whatever goes wrong."""

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer

from lgnet.api import actions, policies
from lgnet.api.actions import Allowance, Caller
from lgnet.api.models import Scope
from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import GATE, become
from lgnet.network.worker import Worker

TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
}
PROBLEM = "application/problem+json"
STRANGERS = uuid.UUID("5f9b6e0e-2e0c-5b0c-9d0a-6b8f3c1f7a10")  # the space of network addresses of wrong keys


class Wrong(Exception):
    """Something that the client can mend: a status and one sentence."""

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers or {}


def problem(status: int, detail: str, *, headers: dict[str, str] | None = None) -> JsonResponse:
    """An error as application/problem+json."""
    body = {"type": "about:blank", "title": TITLES.get(status, "Error"), "status": status, "detail": detail}
    return JsonResponse(body, status=status, content_type=PROBLEM, headers=headers)


class Key(HttpBearer):
    """`Authorization: Bearer lgnet_...`: finds who is behind the key and lets PostgreSQL know."""

    def __call__(self, request: HttpRequest) -> Any:
        found = super().__call__(request)
        if found is None:  # no key at all, or none of this kind
            raise Wrong(401, "Send a key: Authorization: Bearer lgnet_...", headers=_BEARER)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller; counts the request against the minute's allowance first."""
        caller = actions.let_in(token)
        if caller is None:
            address = uuid.uuid5(STRANGERS, request.META.get("REMOTE_ADDR", ""))
            _within(actions.count_request(address, limit=actions.WRONG_PER_MINUTE))
            raise Wrong(
                401, "This key opens nothing: it is wrong, has expired or was withdrawn.", headers=_BEARER
            )
        allowance = actions.count_request(caller.token.pk)
        setattr(request, "allowance", allowance)  # noqa: B010 - read when the answer leaves
        _within(allowance)
        become(caller.worker.actor())
        return caller


_BEARER = {"WWW-Authenticate": "Bearer"}


def _within(allowance: Allowance) -> None:
    if allowance.is_spent:
        raise Wrong(
            429, "Too many requests in this minute: wait for the next one.", headers={"Retry-After": "60"}
        )


def worker_with(request: HttpRequest, scope: Scope) -> Worker:
    """Who is behind the request, once key and role include the scope. Raises Refused."""
    caller: Caller = request.auth  # type: ignore[attr-defined]  # set by ninja from `Key`
    policies.read(caller.worker, caller.token.scopes, scope).enforce()
    return caller.worker


def has_scope(request: HttpRequest, scope: Scope) -> bool:
    """Whether key and role include a scope."""
    caller: Caller = request.auth  # type: ignore[attr-defined]  # set by ninja from `Key`
    return policies.read(caller.worker, caller.token.scopes, scope).allowed


class Door(NinjaAPI):
    """Answers every error as a problem, and takes back whatever a failed request wrote but the count of it."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """The description: integers with their format, errors with their media type (ModI)."""
        schema = super().get_openapi_schema(**kwargs)
        _tell_formats(schema)
        for methods in schema["paths"].values():
            for told in methods.values():
                for status, answer in told["responses"].items():
                    if int(status) >= 400:
                        answer["content"] = {PROBLEM: answer["content"]["application/json"]}
        return schema

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        """The problem that an exception is."""
        if isinstance(exc, Wrong):
            return problem(exc.status, exc.detail, headers=exc.headers)
        if isinstance(exc, Refused):
            return problem(exc.status, str(exc.reason))
        if isinstance(exc, AuthenticationError):
            return problem(401, "Send a valid key.", headers=_BEARER)
        if isinstance(exc, ValidationError):
            return problem(422, "; ".join(f"{_field(one['loc'])}: {one['msg']}" for one in exc.errors))
        transaction.set_rollback(True)
        raise exc


def _tell_formats(part: Any) -> None:
    if isinstance(part, dict):
        if part.get("type") == "integer":
            part.setdefault("format", "int32")
        for inner in part.values():
            _tell_formats(inner)
    elif isinstance(part, list):
        for inner in part:
            _tell_formats(inner)


def _field(where: tuple[str | int, ...]) -> str:
    """The name of what was wrong: the last one, for in a list only its place follows."""
    return [part for part in where if isinstance(part, str)][-1]


def closed(view: Any) -> Any:
    """A view of the door with its limits told, nothing kept by caches, and every error in one form."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if response.status_code == 405:
            response = problem(405, "Only GET is answered here.", headers={"Allow": "GET"})
        allowance: Allowance | None = getattr(request, "allowance", None)
        if allowance is not None:
            response.headers["RateLimit-Limit"] = str(allowance.limit)
            response.headers["RateLimit-Remaining"] = str(allowance.remaining)
        patch_cache_control(response, private=True, no_store=True)
        become(GATE)
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie is read here: the key is in a header
    answer.__module__, answer.__qualname__ = __name__, "answer"
    return answer
