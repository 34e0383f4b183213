# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The media kit of the demo shows every case: proved, without a photo, broken, a place without anything."""

from typing import Any

from django.db import connection

from lgnet.core.rowsecurity import acting_as
from lgnet.demo.actions import show_to_the_public
from lgnet.mediakit.models import Product, Version
from lgnet.mediakit.pages.staff import nation_page
from lgnet.network.worker import Worker
from tests.database import pointed_at


def test_every_case_is_seen(colleagues: list[Worker], settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    officers = [one for one in colleagues if one.membership.role == "communications_officer"]
    with pointed_at(str(connection.settings_dict["NAME"]), "lgnet_owner"):
        assert show_to_the_public(by=officers) == 3

    nation = next(one for one in colleagues if one.membership.role == "national_communications")
    with acting_as(nation.actor()):
        found = {one.partner.code: one for one in Product.objects.select_related("partner")}
        assert {code: one.verdict for code, one in found.items()} == {
            "sassari": "passed", "genova": "passed", "torino": "broken",
        }  # fmt: skip
        assert {code: one.proofs.count() for code, one in found.items()} == {
            "sassari": 1,
            "genova": 0,
            "torino": 0,
        }
        gaps = {(task.site.partner.code, str(task.gap)) for task in nation_page().tasks}
        assert ("genova", "unproved") in gaps and ("torino", "missing") in gaps
        kinds = Version.objects.filter(partner__code="sassari", state="published").values_list(
            "asset__kind", flat=True
        )
        assert sorted(kinds).count("logo") == 1 and len(kinds) == 3
