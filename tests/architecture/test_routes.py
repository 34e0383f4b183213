# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address says who may open it."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from lgnet.core.authz import rule_of
from lgnet.network.middleware import GATE_MODULES
from lgnet.network.permissions import ROLES, Permission

LIBRARIES = ("accounts/", "site-admin/")
SHADOWED = {"site-admin/test404/"}  # an address of a library that ours stands before


def views() -> Iterator[tuple[str, object]]:
    """Each view with its address."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, object]]:
        for pattern in patterns:
            address = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, address)
            else:
                yield address, pattern.callback

    yield from walk(get_resolver().url_patterns, "")


def test_every_view_declares_its_access_rule() -> None:
    open_doors = [
        address
        for address, view in views()
        if rule_of(view) is None
        and address not in SHADOWED
        and not getattr(view, "__module__", "").startswith((*GATE_MODULES, *settings.LIBRARY_DOORS))
    ]

    assert not open_doors


def test_rules_name_known_permissions_that_some_role_holds() -> None:
    held = {permission for role in ROLES.values() for permission in role.permissions}
    for address, view in views():
        rule = rule_of(view)
        for permission in rule.permissions if rule else ():
            assert permission in set(Permission), address
            assert permission in held, address


def test_addresses_are_named_once() -> None:
    addresses = [address for address, _view in views() if not address.startswith(LIBRARIES)]

    assert len(addresses) == len(set(addresses))
