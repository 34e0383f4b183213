# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map is light, credits its source and has a dot for every partner."""

from lgnet.direction.map.italy import FILE, map_of_italy
from lgnet.network import shipped

BUDGET_BYTES = 60_000


def test_every_local_partner_of_every_edition_has_a_place_inside_the_map() -> None:
    drawn = map_of_italy()
    _, _, width, height = (float(number) for number in drawn.view_box.split())
    for edition in shipped.editions():
        for code in shipped.local_partners(edition.code):
            place = drawn.place(code)
            assert place is not None, code
            assert 0 < place.x < width and 0 < place.y < height, code


def test_an_organisation_without_a_city_has_no_place() -> None:
    assert map_of_italy().place("interno") is None


def test_the_twenty_regions_are_closed_shapes() -> None:
    regions = map_of_italy().regions
    assert [region.code for region in regions] == [f"{number:02d}" for number in range(1, 21)]
    assert all(region.path.startswith("M") and region.path.endswith("z") for region in regions)


def test_palermo_lies_south_of_aosta_and_west_of_taranto() -> None:
    drawn = map_of_italy()
    aosta, palermo, taranto = (drawn.place(code) for code in ("aosta", "palermo", "taranto"))
    assert aosta and palermo and taranto
    assert palermo.y > aosta.y and palermo.x < taranto.x


def test_the_map_names_its_sources_and_stays_light() -> None:
    credit = map_of_italy().credit
    assert "ISTAT" in credit and "openpolis" in credit and "CC BY 4.0" in credit
    assert FILE.stat().st_size < BUDGET_BYTES
