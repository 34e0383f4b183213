# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a permission is: a verdict with a reason, the refusal, and the access rule of a view.

Which rows exist for somebody is not decided here but by PostgreSQL (`lgnet.core.rowsecurity`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import Promise

Sentence = str | Promise


class Refused(Exception):
    """Somebody may not do this now. Carries the sentence that the person reads."""

    status = 403

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Stale(Refused):
    """What the person looked at has changed meanwhile (HTTP 409)."""

    status = 409


@dataclass(frozen=True)
class Verdict:
    """The answer of a policy. The same object refuses the action and draws the button."""

    allowed: bool
    reason: Sentence = ""

    def __bool__(self) -> bool:
        return self.allowed

    def enforce(self) -> None:
        """Raise `Refused` with the reason unless allowed."""
        if not self.allowed:
            raise Refused(self.reason)


yes = Verdict(True)


def no(reason: Sentence) -> Verdict:
    """A refusal with the sentence that the person reads."""
    return Verdict(False, reason)


class Principal(Protocol):
    """Somebody who acts: all that this module needs to know of them."""

    @property
    def permissions(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class AccessRule:
    """Who may open a view: everybody, anybody signed in, or holders of one of the permissions."""

    kind: str
    permissions: frozenset[str] = frozenset()


V = TypeVar("V", bound=Callable[..., HttpResponseBase])
_RULE = "access_rule"


def _ruled(view: V, rule: AccessRule) -> V:
    setattr(view, _RULE, rule)
    return view


def public(view: V) -> V:
    """Anybody may open this view, signed in or not."""
    return _ruled(view, AccessRule("public"))


def visitors(view: V) -> V:
    """Everybody gets the same answer: who asks is not even looked at, so that anybody may keep the page."""
    return _ruled(view, AccessRule("visitors"))


def at_the_gate(view: V) -> V:
    """Anybody may open this view, and it runs as `lgnet_gate`: it logs somebody in or out."""
    return _ruled(view, AccessRule("gate"))


def signed_in(view: V) -> V:
    """Anybody who has signed in may open this view, whatever their role."""
    return _ruled(view, AccessRule("signed_in"))


def requires(*permissions: str) -> Callable[[V], V]:
    """Holders of at least one of these permissions may open the view; others are refused."""

    def decorate(view: V) -> V:
        return _ruled(view, AccessRule("permission", frozenset(permissions)))

    return decorate


def rule_of(view: object) -> AccessRule | None:
    """The access rule a view declares, looking through wrappers; None where it declares none."""
    while view is not None:
        rule = getattr(view, _RULE, None)
        if isinstance(rule, AccessRule):
            return rule
        view = getattr(view, "__wrapped__", None)
    return None


def may_open(rule: AccessRule | None, request: HttpRequest, principal: Principal | None) -> bool:
    """Whether the access rule lets this principal in. No rule: nobody."""
    if rule is None:
        return False
    if rule.kind in {"public", "visitors", "gate"}:
        return True
    if rule.kind == "signed_in":
        return request.user.is_authenticated
    return principal is not None and bool(rule.permissions & principal.permissions)
