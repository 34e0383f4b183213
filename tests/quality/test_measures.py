# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every week each check is measured at each partner: numbers for everybody, names for nobody."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.quality import actions, queries
from lgnet.quality.checks import CHECKS
from lgnet.quality.deadlines import next_deadline
from lgnet.quality.jobs import nightly
from lgnet.quality.models import Measure, WorkerMeasure
from lgnet.quality.pages.scores import polyline, reading
from lgnet.quality.queries import Score
from tests.cases.statements import statements
from tests.factories.cases import a_case
from tests.factories.outreach import a_contact
from tests.factories.quality import a_dismissal, a_night
from tests.world import World

Browser = Callable[[Worker], Client]


def measured(of: Worker) -> dict[str, tuple[int, int]]:
    """Measure a partner as the night does; looked at and failed by check."""
    with acting_as(Actor(DbRole.WORKER, of.partner_id)):
        actions.measure(partner_id=of.partner_id)
        rows = Measure.objects.values_list("check_code", "looked_at", "failed")
        return {code: (looked_at, failed) for code, looked_at, failed in rows}


def test_the_measure_counts_what_the_lists_show(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        for name in ("olena", "yusuf"):
            a_case(anna, world.person(name))
        a_contact(anna, area="")
        people = list(Person.objects.all())
        listed = {
            code: len(queries.misses_of(check, partner_id=anna.partner_id, size=1_000))
            for code, check in CHECKS.items()
        }
    counts = measured(anna)

    assert counts.keys() == CHECKS.keys()
    assert {code: failed for code, (_n, failed) in counts.items()} == listed
    assert counts["no_birth_date"] == (len(people), sum(p.birth_date is None for p in people))
    assert counts["no_sex"] == (len(people), sum(not p.sex for p in people))
    assert counts["contact_without_area"] == (1, 1)


def test_what_was_dismissed_with_a_reason_does_not_count_as_failed(world: World) -> None:
    with acting_as(world.anna.actor()):
        Person.objects.filter(pk=world.people["olena"]).update(sex="")
    assert measured(world.anna)["no_sex"] == (3, 1)
    with acting_as(world.anna.actor()):
        a_dismissal(world.anna, world.person("olena"), "no_sex", "refused")

    assert measured(world.anna)["no_sex"] == (3, 0)


def test_measured_again_in_the_same_week_there_is_one_measure(world: World) -> None:
    measured(world.anna)
    measured(world.anna)
    with acting_as(world.anna.actor()):
        assert Measure.objects.count() == len(CHECKS)
        assert WorkerMeasure.objects.filter(worker=world.anna.user.pk, check_code="no_sex").count() == 1
        assert {row.week.weekday() for row in Measure.objects.all()} == {0}


def test_the_night_measures_every_partner(world: World) -> None:
    nightly(int(dt.datetime(2026, 11, 22, 1, 40, tzinfo=dt.UTC).timestamp()))

    with acting_as(world.nadia.actor()):
        assert Measure.objects.values("partner").distinct().count() == 22


def test_the_nation_reads_numbers_and_nobody_s_name(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        a_night(world.anna, world.person("olena"), failed=2)
    with acting_as(world.nadia.actor()):
        assert Measure.objects.get().failed == 2
        with pytest.raises(DatabaseError), transaction.atomic():
            list(WorkerMeasure.objects.all())

    page = browser(world.nadia).get("/quality/").content.decode()
    partner = browser(world.nadia).get("/quality/partners/genova/").content.decode()

    assert "Serve una mano" in page or "Da guardare" in page
    assert "Genova" in page
    assert "Anna Parodi" not in page + partner
    assert browser(world.nadia).get("/quality/partners/nowhere/").status_code == 404


def test_the_page_of_the_nation_asks_the_same_however_long_the_year_was(
    world: World, browser: Browser
) -> None:
    nadia, counts = browser(world.nadia), []
    with acting_as(world.anna.actor()):
        a_night(world.anna, world.person("olena"))
    for weeks in (1, 30):
        with acting_as(Actor(DbRole.WORKER, world.genova.pk)):
            for back in range(1, weeks):
                week = queries.week_of(today()) - dt.timedelta(weeks=back)
                Measure.objects.create(
                    partner=world.genova, check_code="no_sex", week=week, looked_at=9, failed=1,
                    measured_at="2026-01-01T00:00:00Z",
                )  # fmt: skip
        with statements() as asked:
            nadia.get("/quality/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_partner_sees_its_own_numbers_and_the_coordinator_each_colleague(
    world: World, browser: Browser
) -> None:
    measured(world.anna)

    mine = browser(world.anna).get("/quality/scorecard/").content.decode()
    all_of_us = browser(world.dario).get("/quality/scorecard/").content.decode()

    assert "Campo per campo" in mine
    assert "Collega per collega" not in mine
    assert "Anna Parodi" in all_of_us
    assert browser(world.carla).get("/quality/partners/genova/").status_code == 403


def test_before_the_first_night_the_page_says_so(world: World, browser: Browser) -> None:
    assert "Non ancora misurato" in browser(world.dario).get("/quality/scorecard/").content.decode()
    assert "Non ancora misurato" in browser(world.nadia).get("/quality/").content.decode()


def test_who_is_not_reportable_is_listed_with_the_way_to_mend_it(world: World, browser: Browser) -> None:
    page = browser(world.dario).get("/quality/not-reportable/?kind=registered").content.decode()

    assert "L’informativa non è stata consegnata." in page
    assert f"/people/{world.people['olena']}/notice/?back=" in page
    assert str(world.people["amadou"]) not in page
    assert browser(world.nadia).get("/quality/not-reportable/").status_code == 403


MONDAY = dt.date(2026, 11, 23)


def a_series(*failed: int, looked_at: int = 100) -> dict[dt.date, Score]:
    """Weeks up to the last Monday, the last one last."""
    return {MONDAY - dt.timedelta(weeks=i): Score(looked_at, bad) for i, bad in enumerate(reversed(failed))}


@pytest.mark.parametrize(
    ("series", "word", "trend"),
    [
        ({}, "Nothing to look at", ""),
        (a_series(1), "In order", "too early for a trend"),
        (a_series(*[20] * 8, 10), "To look at", "better"),
        (a_series(*[5] * 8, 30), "Needs help", "worse"),
        (a_series(*[7] * 9), "Nearly in order", "steady"),
    ],
)
def test_a_share_is_said_in_words(series: dict[dt.date, Score], word: str, trend: str) -> None:
    found = reading(series)

    assert (str(found.word), str(found.trend)) == (word, trend)


@given(shares=st.lists(st.floats(0, 1), max_size=60))
def test_the_line_stays_inside_its_picture(shares: list[float]) -> None:
    points = [tuple(map(float, point.split(","))) for point in polyline(shares).split()]

    assert len(points) == (len(shares) if len(shares) > 1 else 0)
    assert all(0 <= x <= 120.05 and 0 <= y <= 28 for x, y in points)


@given(day=st.dates(dt.date(2024, 1, 1), dt.date(2029, 12, 31)))
def test_the_next_figures_leave_within_a_month_of_their_cut_off(day: dt.date) -> None:
    found = next_deadline(day)

    assert day <= found.data_on < found.sent_by
    assert (found.data_on.month, found.sent_by.month) in {(6, 7), (12, 1)}
    assert (found.sent_by - found.data_on).days == 31


def test_the_last_day_of_june_still_belongs_to_july() -> None:
    with time_machine.travel("2026-06-30T23:30:00+02:00", tick=False):
        assert next_deadline(today()).data_on == dt.date(2026, 6, 30)
