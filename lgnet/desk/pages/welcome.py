# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody sees who is not at work here: a visitor, or a colleague without a valid membership."""

from dataclasses import dataclass

from lgnet.desk.addresses import address


@dataclass(frozen=True, slots=True)
class LandingPage:
    """The page of a visitor. In a demo the roles are entered by a click."""

    is_demo: bool
    demo_url: str
    login_url: str


@dataclass(frozen=True, slots=True)
class OutsidePage:
    """Signed in, but no membership gives access today."""

    name: str
    choose_url: str


def landing_page(*, is_demo: bool) -> LandingPage:
    """No query."""
    demo_url = address("demo:enter") if is_demo else ""
    return LandingPage(is_demo=bool(demo_url), demo_url=demo_url, login_url=address("account_login"))


def outside_page(name: str) -> OutsidePage:
    """No query."""
    return OutsidePage(name=name, choose_url=address("network:choose"))
