# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys of an organisation, and the API told to people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form

from lgnet.api import policies, queries
from lgnet.api.models import ApiToken, Scope
from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A key as the list shows it."""

    token: ApiToken
    scopes: str
    state: str
    may_revoke: Verdict


@dataclass(frozen=True, slots=True)
class TokensPage:
    """The keys, the form for another, and (once) the key that was just made."""

    lines: Sequence[TokenLine]
    form: Form
    may_make: Verdict
    made: str


def tokens_page(by: Worker, form: Form, made: str = "") -> TokensPage:
    """One query."""
    lines = [_line(by, token) for token in queries.tokens_of(by)]
    return TokensPage(lines, form, policies.make_token(by), made)


def _line(by: Worker, token: ApiToken) -> TokenLine:
    state = "withdrawn" if token.revoked_at else "expired" if token.expires_on < today() else "active"
    scopes = ", ".join(str(Scope(code).label) for code in token.scopes)
    return TokenLine(token, scopes, state, policies.revoke_token(by, token))


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked for, as the description of the API tells it."""

    path: str
    summary: str
    description: str
    parameters: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DocumentationPage:
    """Everything that can be asked for."""

    operations: Sequence[Operation]


def documentation_page(schema: dict[str, Any]) -> DocumentationPage:
    """What can be asked for, from the description that machines read."""
    told = [
        Operation(
            path,
            told.get("summary", ""),
            told.get("description", ""),
            [(one["name"], one.get("description", "")) for one in told.get("parameters", [])],
        )
        for path, methods in schema["paths"].items()
        for told in methods.values()
    ]
    return DocumentationPage(told)
