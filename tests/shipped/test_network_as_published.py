# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shipped network says what was published, and nothing that was not."""

from collections import Counter
from datetime import date

from lgnet.core.shipped_csv import Sureness
from lgnet.network import shipped
from lgnet.network.shipped import ActionLine, OrganisationKind, PartnershipRole

# The two capitals of Sardinia whose ISTAT code changed on 1 January 2026.
CHANGED_CODES = {"sassari", "cagliari"}


def test_lgnet3_has_twenty_two_local_partners_of_which_twenty_one_are_municipalities() -> None:
    kinds = {row.code: row.kind for row in shipped.organisations()}
    partners = shipped.local_partners("lgnet3")
    assert len(partners) == 22
    assert Counter(kinds[code] for code in partners) == {
        OrganisationKind.MUNICIPALITY: 21,
        OrganisationKind.AGENCY: 1,
    }
    assert "assb-bolzano" in partners


def test_earlier_editions_have_the_partners_that_were_announced() -> None:
    assert len(shipped.local_partners("lgnetea")) == 18
    assert len(shipped.local_partners("lgnet2")) == 16
    left = {row.organisation for row in shipped.partnerships() if row.left_early}
    assert left == {"agrigento", "catania"}


def test_six_municipalities_are_new_in_lgnet3() -> None:
    new = {row.organisation for row in shipped.partnerships() if row.edition == "lgnet3" and row.is_new}
    assert new == {"aosta", "bari", "cagliari", "campobasso", "catanzaro", "venezia"}


def test_every_edition_has_one_lead_the_ministry() -> None:
    leads = [row for row in shipped.partnerships() if row.role is PartnershipRole.LEAD]
    assert [(row.edition, row.organisation) for row in leads] == [
        ("lgnetea", "interno"),
        ("lgnet2", "interno"),
        ("lgnet3", "interno"),
    ]


def test_lgnet3_ends_on_16_january_2027() -> None:
    edition = shipped.editions()[-1]
    assert (edition.code, edition.ends_on, edition.target_people) == ("lgnet3", date(2027, 1, 16), 9000)


def test_every_code_that_a_row_mentions_exists() -> None:
    organisations = {row.code for row in shipped.organisations()}
    editions = {row.code for row in shipped.editions()}
    for partnership in shipped.partnerships():
        mentioned = {partnership.acts_through, partnership.acts_beside, partnership.acts_for} - {""}
        assert mentioned | {partnership.organisation} <= organisations
        assert partnership.edition in editions
    members = {(row.edition, row.organisation) for row in shipped.partnerships()}
    assert {(row.edition, row.organisation) for row in shipped.partner_action_lines()} <= members
    assert {(row.edition, row.organisation) for row in shipped.sites()} <= members
    assert {(row.edition, row.organisation) for row in shipped.targets() if row.organisation} <= members


def test_no_row_is_shipped_twice() -> None:
    unique_keys: list[list[object]] = [
        [row.code for row in shipped.editions()],
        [row.code for row in shipped.organisations()],
        [(row.edition, row.organisation) for row in shipped.partnerships()],
        [(row.edition, row.organisation, row.line) for row in shipped.partner_action_lines()],
        [row.code for row in shipped.sites()],
        [(row.edition, row.organisation, row.measure) for row in shipped.targets()],
    ]
    for keys in unique_keys:
        assert len(keys) == len(set(keys))


def test_every_partner_of_lgnet3_has_known_action_lines_or_says_unknown() -> None:
    lines: dict[str, set[ActionLine]] = {code: set() for code in shipped.local_partners("lgnet3")}
    for row in shipped.partner_action_lines():
        lines[row.organisation].add(row.line)
    for code, found in lines.items():
        assert found, code
        assert ActionLine.UNKNOWN not in found or len(found) == 1, code
    assert lines["aosta"] == lines["napoli"] == {ActionLine.HOUSING}
    assert len(lines["latina"]) == 3


def test_every_published_fact_names_its_source() -> None:
    sources = [row.source for row in shipped.editions()]
    sources += [row.source for row in shipped.organisations()]
    sources += [row.source for row in shipped.partnerships()]
    sources += [row.source for row in shipped.sites()]
    for source in sources:
        assert source and all(url.startswith("https://") for url in source), source
    for line in shipped.partner_action_lines():
        assert line.source or (line.line is ActionLine.UNKNOWN and line.sure is Sureness.UNCONFIRMED), line
    for target in shipped.targets():
        assert target.source and target.published_as_it and target.value > 0, target


def test_municipalities_have_a_place_and_say_until_when_their_code_is_good() -> None:
    for row in shipped.organisations():
        if row.kind is OrganisationKind.MUNICIPALITY:
            assert len(row.belfiore) == 4 and len(row.istat) == 6 and len(row.nuts3) == 5, row.code
            assert row.lat is not None and 36 < row.lat < 47.1, row.code
            assert row.lon is not None and 6.6 < row.lon < 18.6, row.code
            assert (row.istat_valid_until == date(2025, 12, 31)) == (row.code in CHANGED_CODES), row.code
