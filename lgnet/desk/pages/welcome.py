# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a colleague sees who has signed in without a valid membership."""

from dataclasses import dataclass

from lgnet.desk.addresses import address


@dataclass(frozen=True, slots=True)
class OutsidePage:
    """Signed in, but no membership gives access today."""

    name: str
    choose_url: str


def outside_page(name: str) -> OutsidePage:
    """No query."""
    return OutsidePage(name=name, choose_url=address("network:choose"))
