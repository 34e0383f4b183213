# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each worker's own record: what counts towards which scheme, courses elsewhere with their proof, a team's hours."""

import datetime as dt
import itertools
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.recognition import actions, queries
from lgnet.recognition.models import Certificate, OutsideCourse, Scheme
from lgnet.recognition.queries.credits import standing
from lgnet.recognition.shipped import schemes
from tests.factories.recognition import PROOF, a_certificate, an_outside_course, cnoas, revoked
from tests.world import World

Browser = Callable[[Worker], Client]
DAY = dt.date(2026, 11, 20)


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    """Proofs go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


def rules(code: str = "cnoas") -> Scheme:
    """A scheme of 2026 that is not kept anywhere."""
    shipped = next(one for one in schemes() if one.code == code and one.starts_on.year == 2026)
    return Scheme(
        code=shipped.code, unit=shipped.unit, starts_on=shipped.starts_on, ends_on=shipped.ends_on,
        needed=shipped.needed, special_needed=shipped.special_needed, activities_most=shipped.activities_most,
    )  # fmt: skip


CREDITS = st.integers(0, 40)
COURSES = st.lists(
    st.tuples(CREDITS, CREDITS, st.booleans(), st.dates(dt.date(2025, 1, 1), dt.date(2029, 12, 31)))
)


@given(COURSES)
def test_activities_give_thirty_at_most_and_only_the_period_counts(
    rows: list[tuple[int, int, bool, dt.date]],
) -> None:
    scheme = rules()
    entered = [
        OutsideCourse(
            scheme=scheme, credits=Decimal(n), special_credits=Decimal(min(n, s)), is_activity=a, ended_on=d
        )
        for n, s, a, d in rows
    ]

    found = standing(scheme, [], entered)

    inside = [(n, min(n, s), a) for n, s, a, d in rows if 2026 <= d.year <= 2028]
    activities = sum(n for n, _s, a in inside if a)
    assert found.total == sum(n for n, _s, a in inside if not a) + min(activities, 30)
    assert found.lost == max(0, activities - 30)
    assert found.special == sum(s for _n, s, _a in inside)
    assert found.is_reached == (found.total >= 60 and found.special >= 15)


def test_hours_are_those_of_the_network_and_those_elsewhere_of_the_year() -> None:
    hours = rules("pa40")
    certificates = [Certificate(hours_attended=Decimal("2.5"), ends_on=DAY)]
    entered = [
        OutsideCourse(hours=Decimal(8), ended_on=DAY), OutsideCourse(hours=Decimal(99), ended_on=dt.date(2025, 12, 31))
    ]  # fmt: skip

    assert standing(hours, certificates, entered).total == Decimal("10.5")


def test_what_was_earned_here_counts_by_itself_and_what_is_revoked_no_more(world: World) -> None:
    certificate = a_certificate(world)
    with acting_as(world.anna.actor()):
        more = {"scheme": cnoas(), "credits": Decimal(4), "special_credits": Decimal(2)}
        an_outside_course(world.anna, ended_on=certificate.ends_on, **more)
        before = {
            one.scheme.code: (int(one.total), int(one.special))
            for one in queries.progress(world.anna, certificate.ends_on)
        }
    revoked(world, certificate)
    with acting_as(world.anna.actor()):
        after = {
            one.scheme.code: (int(one.total), int(one.special))
            for one in queries.progress(world.anna, certificate.ends_on)
        }

    assert before["cnoas"] == (7, 3) and before["pa40"][0] == 11
    assert after["cnoas"] == (4, 2) and after["pa40"][0] == 8


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended_on": dt.date(2099, 1, 1)},
        {"credits": Decimal(3)},
        {"scheme": "cnoas", "credits": Decimal(1), "special_credits": Decimal(2)},
    ],
)
def test_what_cannot_be_is_refused(world: World, wrong: dict[str, Any]) -> None:
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        an_outside_course(world.anna, **(wrong | ({"scheme": cnoas()} if "scheme" in wrong else {})))


def test_a_course_is_entered_once_with_its_proof_taken_out_and_put_back(
    world: World, browser: Browser
) -> None:
    anna = browser(world.anna)
    new_id = anna.get("/recognition/courses/new/").context["page"].form["new_id"].value()
    for _time in (1, 2):
        proof = SimpleUploadedFile("prova.pdf", PROOF)
        sent = {
            "new_id": new_id,
            "title": "Etica أ",
            "body": "Ordine",
            "ended_on": "2026-03-04",
            "hours": "8",
        }
        assert anna.post("/recognition/courses/new/", {**sent, "proof": proof}).status_code == 302
    address = f"/recognition/courses/{new_id}/"
    file = anna.get(f"{address}proof/file/")

    assert b"".join(file.streaming_content) == PROOF  # type: ignore[attr-defined]
    assert "Etica أ" in anna.get("/recognition/").content.decode()
    anna.post(f"{address}take-back/")
    assert "Etica أ" not in anna.get("/recognition/").content.decode()
    anna.post(f"{address}restore/")
    with acting_as(world.anna.actor()):
        assert queries.my_outside_courses(world.anna).count() == 1


def test_a_proof_that_is_not_taken_loses_nothing_else(world: World, browser: Browser) -> None:
    sent = {"title": "Etica", "body": "Ordine", "ended_on": "2026-03-04", "hours": "8"}
    bad = SimpleUploadedFile("prova.exe", b"MZ")
    answer = browser(world.anna).post("/recognition/courses/new/", {**sent, "proof": bad})
    wrong = browser(world.anna).post("/recognition/courses/new/", {**sent, "hours": "-1"})

    with acting_as(world.anna.actor()):
        course = OutsideCourse.objects.get()
    assert answer.headers["Location"] == f"/recognition/courses/{course.pk}/proof/" and not course.stored_as
    assert wrong.status_code == 422 and "Ordine" in wrong.content.decode()


def test_the_coordinator_sees_hours_and_not_which_courses(world: World, browser: Browser) -> None:
    certificate = a_certificate(world)
    for who, hours in ((world.anna, 8), (world.bruno, 40)):
        with acting_as(who.actor()):
            an_outside_course(who, hours=Decimal(hours), ended_on=dt.date(certificate.ends_on.year, 1, 8))
    with acting_as(world.carla.actor()):
        an_outside_course(world.carla, hours=Decimal(77))

    answer = browser(world.dario).get(f"/recognition/team/?year={certificate.ends_on.year}")
    page, html = answer.context["page"], answer.content.decode()

    rows = {row.name: (row.in_network, row.elsewhere) for row in page.rows}
    assert rows["Anna Parodi"] == (3, 8) and rows["Bruno Costa"] == (0, 40)
    assert "Carla Bianchi" not in rows and page.reached == 1
    assert "Etica della cura" not in html and "La presa in carico" not in html
    with acting_as(world.dario.actor()):
        assert not OutsideCourse.objects.exists()


def test_a_stranger_finds_no_course_and_a_colleague_no_team(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        course = an_outside_course(world.anna)
    address = f"/recognition/courses/{course.pk}/"

    for who in (world.carla, world.bruno, world.dario, world.ugo):
        assert browser(who).get(f"{address}proof/").status_code == 404
        assert browser(who).post(f"{address}take-back/").status_code == 404
    assert browser(world.anna).get("/recognition/team/").status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        actions.enter_course(
            by=world.anna, entry=actions.Entry("x", "y", dt.date(2026, 1, 1), credits=Decimal(1))
        )


def test_the_rules_that_are_shipped_are_periods_that_do_not_overlap() -> None:
    by_code: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for one in schemes():
        by_code.setdefault(one.code, []).append((one.starts_on, one.ends_on))
    for periods in by_code.values():
        ordered = sorted(periods)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(ordered))
    now = next(one for one in schemes() if one.code == "cnoas" and one.starts_on.year == 2026)
    assert (now.needed, now.special_needed, now.activities_most) == (60, 15, 30)
