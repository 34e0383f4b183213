# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The roll-ups say what somebody finds who goes through the rows one by one; outside a partner the small is absent."""

import datetime as dt
import random
import uuid
from collections import Counter
from collections.abc import Iterator

import pytest
import time_machine
from django.db import ProgrammingError, transaction

from lgnet.analysis.actions import refresh, refresh_all
from lgnet.analysis.models import ANY, LONGEST, Cell, Refresh, Topic, Wait
from lgnet.cases import clock, queries
from lgnet.cases.actions.intake import current_edition, set_clock
from lgnet.cases.actions.standards import set_standard
from lgnet.cases.models import Case, Intake, Intervention
from lgnet.catalogue.shipped import intervention_types
from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import NETWORK
from lgnet.network.models import ActionLine
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.models import Person
from tests.factories.cases import someone
from tests.world import World

NOW = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)
# Around the nights in which clocks change, just before midnight in Rome and at the turn of a quarter.
BEGINNINGS = [
    dt.datetime(2026, 3, 28, 22, 30, tzinfo=dt.UTC),
    dt.datetime(2026, 3, 29, 0, 59, tzinfo=dt.UTC),
    dt.datetime(2026, 3, 31, 22, 15, tzinfo=dt.UTC),
    dt.datetime(2026, 10, 10, 0, 30, tzinfo=dt.UTC),
    dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC),
    dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC),
    dt.datetime(2025, 12, 31, 23, 30, tzinfo=dt.UTC),
]
OUTCOMES = [
    "",
    "take_in_charge",
    "take_in_charge",
    "take_in_charge",
    "oriented",
    "declined",
    "lost",
    "not_eligible",
]


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def an_episode(by: Worker, draw: random.Random, person: Person | None = None) -> Intake:
    """An episode at any point of its path, its moments anywhere."""
    met = draw.choice(BEGINNINGS) - dt.timedelta(days=draw.choice([0, 0, 1, 15, 200]))
    later = met
    moments: list[dt.datetime | None] = []
    for _step in range(3):
        later += dt.timedelta(hours=draw.choice([0, 1, 5, 24, 24 * 7, 24 * 15, 24 * 15 + 1, 24 * 40]))
        moments.append(min(later, NOW))
    outcome = draw.choice(OUTCOMES)
    reached = draw.randint(0, 3) if outcome == "take_in_charge" else draw.randint(0, 1)
    screened = moments[0] if reached or outcome else None
    episode = Intake(
        partner_id=by.partner_id, person=person or someone(by), edition=current_edition(by.partner_id),
        source=draw.choice(Intake.Source.values), first_contact_at=met, urgency=draw.randint(0, 3),
        needs=draw.sample(["housing", "work", "language", "health", "violence_trafficking"], k=draw.randint(0, 4)),
        screened_at=screened, screened_by_id=by.user.pk if screened else None,
        outcome=outcome if screened else "",
        taken_at=moments[1] if reached > 1 else None, first_service_at=moments[2] if reached > 2 else None,
    )  # fmt: skip
    set_clock(episode)
    episode.save(force_insert=True)
    if episode.taken_at:
        _case(by, draw, episode)
    return episode


def _case(by: Worker, draw: random.Random, episode: Intake) -> None:
    closed = draw.random() < 0.5
    case = Case.objects.create(
        partner_id=by.partner_id, person=episode.person, intake=episode, edition=episode.edition,
        code=uuid.uuid4().hex[:10], stage="closed" if closed else "running",
        lines=draw.sample(ActionLine.values, k=draw.randint(0, 2)), opened_at=episode.taken_at or NOW,
        opened_by_id=by.user.pk,
        last_activity_at=NOW, closed_at=NOW - dt.timedelta(hours=3) if closed else None,
        closed_by_id=by.user.pk if closed else None,
        closure_reason=draw.choice(["achieved", "withdrew", "untraceable"]) if closed else "",
    )  # fmt: skip
    for code in draw.sample(["ABI01", "LAV01", "FOR01", "VIO01", "PIC01"], k=draw.randint(0, 3)):
        Intervention.objects.create(
            partner_id=by.partner_id, case=case, type_id=code, delivered_on=NOW.date(), delivered_by_id=by.user.pk,
            result=draw.choice(Intervention.Result.values), recorded_at=NOW,
            withdrawn_at=NOW if draw.random() < 0.2 else None,
        )  # fmt: skip


def a_meeting(by: Worker, draw: random.Random) -> None:
    """A contact anywhere, at any moment."""
    Contact.objects.create(
        partner_id=by.partner_id, place=draw.choice(Contact.Place.values), met_by_id=by.user.pk,
        area=draw.choice(["", "Principe ", "Sestri"]),
        met_at=draw.choice(BEGINNINGS), declined=draw.random() < 0.3, recorded_at=NOW,
    )  # fmt: skip


def much_work(by: Worker, seed: int, episodes: int = 24) -> None:
    draw = random.Random(seed)  # noqa: S311 - the same at every run
    with acting_as(by.actor()):
        twice = someone(by)
        for number in range(episodes):
            if number < 2:
                episode = an_episode(by, draw, twice)
                Case.objects.filter(intake=episode).update(
                    stage="closed", closed_at=NOW, closed_by=by.user.pk, closure_reason="moved"
                )
            else:
                an_episode(by, draw)
            a_meeting(by, draw)


def periods(at: dt.datetime | dt.date) -> tuple[str, str, str]:
    day = at.astimezone(ROME) if isinstance(at, dt.datetime) else at
    return "", f"{day.year}", f"{day.year}-Q{(day.month + 2) // 3}"


def one_by_one(by: Worker) -> tuple[Counter[tuple[object, ...]], dict[tuple[str, int], set[uuid.UUID]]]:
    """The waits of a partner, episode by episode, as the clock itself would judge each."""
    found: Counter[tuple[object, ...]] = Counter()
    people: dict[tuple[str, int], set[uuid.UUID]] = {}
    standards = queries.standards_of(by.partner_id)
    for episode in Intake.objects.select_related("case"):
        case = getattr(episode, "case", None)
        over = episode.screened_at if episode.outcome not in {"", "take_in_charge"} else None
        moments = clock.Moments(
            episode.first_contact_at, episode.screened_at, episode.taken_at, episode.first_service_at
        )
        for step, done, ended, known in (
            ("screen", episode.screened_at, None, True),
            ("take_in_charge", episode.taken_at, over, True),
            (
                "first_service",
                episode.first_service_at,
                over or (case.closed_at if case else None),
                episode.taken_at,
            ),
        ):
            state = "done" if done else "ended" if ended else "waiting"
            until = done or ended or now()
            days = (until.astimezone(ROME).date() - episode.first_contact_at.astimezone(ROME).date()).days
            due = clock.due_at(step, episode.urgency, moments, standards) if known else None
            for period in periods(episode.first_contact_at):
                for urgency in (ANY, episode.urgency):
                    key = (period, urgency, step, min(days, LONGEST + 1))
                    people.setdefault((period, urgency), set()).add(episode.person_id)
                    found[*key, state] += 1
                    if due and state != "ended" and (until > due):
                        found[*key, "late"] += 1
                    elif due and state == "done":
                        found[*key, "on_time"] += 1
    return found, people


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_waits_are_those_of_going_through_the_episodes_one_by_one(world: World, seed: int) -> None:
    much_work(world.anna, seed)

    refresh(scope=world.genova.pk)

    with acting_as(world.anna.actor()):
        twin, people = one_by_one(world.anna)
        found: Counter[tuple[object, ...]] = Counter()
        for row in Wait.objects.filter(scope=world.genova.pk):
            for state in ("done", "ended", "waiting", "on_time", "late"):
                found[row.period, row.urgency, row.step, row.days, state] += getattr(row, state)
            assert row.people == len(people[row.period, row.urgency])
    assert +found == twin


class Tally(Counter[tuple[object, ...]]):
    """The cells of a partner, row by row."""

    def add(
        self,
        topic: str,
        at: dt.datetime | dt.date,
        first: str,
        second: str,
        urgency: int = ANY,
        line: str = "",
    ) -> None:
        for period in periods(at):
            for level in {ANY, urgency}:
                self[topic, period, level, line, first, second] += 1

    def refusal(self, at: dt.datetime | dt.date, moment: str, reason: str, urgency: int = ANY) -> None:
        self.add("refusal", at, moment, "all", urgency)
        if reason:
            self.add("refusal", at, moment, reason, urgency)


def cells_one_by_one() -> Tally:
    found = Tally()
    for contact in Contact.objects.all():
        _count_contact(found, contact)
    for episode in Intake.objects.all():
        _count_episode(found, episode, Case.objects.filter(intake=episode).first())
    for row in Intervention.objects.filter(withdrawn_at=None).select_related("type"):
        if row.type.area != "protection":  # nor by subtracting the areas from all refusals
            found.refusal(row.delivered_on, "service", "" if row.result == "done" else row.result)
            found.add("service", row.delivered_on, row.type.area, row.result)
    return found


def _count_contact(found: Tally, contact: Contact) -> None:
    wall = contact.met_at.astimezone(ROME)
    answer = "declined" if contact.declined else "met"
    found.add("place", wall, contact.place, answer)
    if contact.area.strip():
        found.add("area", wall, contact.area.strip(), answer)
    found.refusal(wall, "street", "declined" if contact.declined else "")
    found.add("season", wall, f"{wall.month:02}", str(wall.isoweekday()))
    found.add("hour", wall, f"{wall.hour // 3 * 3:02}", str(wall.isoweekday()))


def _count_episode(found: Tally, episode: Intake, case: Case | None) -> None:
    at, urgency = episode.first_contact_at, episode.urgency
    waiting = "to_decide" if episode.screened_at else "to_screen"
    stands = "to_take" if episode.outcome == "take_in_charge" else episode.outcome or waiting
    found.add("entry", at, episode.source, "taken" if episode.taken_at else stands, urgency)
    if episode.screened_at:
        found.refusal(
            at, "screening", "" if episode.outcome == "take_in_charge" else episode.outcome, urgency
        )
    lines = (case.lines or ["none"]) if case else []
    asked, given = set(episode.needs if episode.screened_at else []), _given(case)
    for need in (asked | given) - {"violence_trafficking"}:
        answer = "unasked" if need not in asked else "answered" if need in given else "open"
        for line in ["", *lines]:
            found.add("need", at, need, answer, urgency, line)
    for line in lines:
        found.add("line", at, "taken", line, urgency)
        found.add("end", at, line, (case.closure_reason if case else "") or "open", urgency)
    if case and case.closed_at:
        lost = case.closure_reason in {"withdrew", "untraceable"}
        found.refusal(case.closed_at, "closure", case.closure_reason if lost else "")


def _given(case: Case | None) -> set[str]:
    need_of = {kind.code: kind.need_area for kind in intervention_types() if kind.need_area}
    done = Intervention.objects.filter(case=case, result="done", withdrawn_at=None) if case else []
    return {need_of[row.type_id] for row in done if row.type_id in need_of}


@pytest.mark.parametrize("seed", [4, 5])
def test_cells_are_those_of_going_through_the_rows_one_by_one(world: World, seed: int) -> None:
    much_work(world.anna, seed)

    refresh(scope=world.genova.pk)

    with acting_as(world.anna.actor()):
        found = {
            (row.topic, row.period, row.urgency, row.line, row.first, row.second): row.n
            for row in Cell.objects.filter(scope=world.genova.pk, told=False)
        }
        assert found == dict(cells_one_by_one())
        assert {key[0] for key in found} == set(Topic.values)


def test_a_second_refresh_changes_nothing_and_the_network_is_the_sum_of_what_is_told(world: World) -> None:
    much_work(world.anna, 6, episodes=8)
    much_work(world.carla, 7, episodes=8)

    refresh_all()
    with acting_as(Actor(DbRole.WORKER)):
        first = everything_told()
    refresh_all()

    with acting_as(Actor(DbRole.WORKER)):
        assert everything_told() == first
        of_all, of_network = Counter[tuple[object, ...]](), Counter[tuple[object, ...]]()
        for (scope, topic, *cut), n in first.items():
            if topic != "area":
                (of_network if scope == NETWORK else of_all)[topic, *cut] += n
        assert of_network == of_all
        assert not Cell.objects.filter(scope=NETWORK, topic="area").exists(), (
            "areas are a partner's own words"
        )
        assert not Cell.objects.filter(scope=NETWORK, told=False).exists()
        assert not Wait.objects.filter(scope=NETWORK, told=False).exists()
        assert Refresh.objects.get(scope=NETWORK).made_at == NOW


def everything_told() -> dict[tuple[object, ...], int]:
    """All that leaves the partners, cells and waits."""
    found: dict[tuple[object, ...], int] = {}
    for cell in Cell.objects.filter(told=True):
        found[cell.scope, cell.topic, cell.period, cell.urgency, cell.line, cell.first, cell.second] = cell.n
    for wait in Wait.objects.filter(told=True):
        for name in ("done", "ended", "waiting", "on_time", "late"):
            found[wait.scope, "wait", wait.period, wait.urgency, wait.step, wait.days, name] = getattr(
                wait, name
            )
    return {key: n for key, n in found.items() if n}


def test_outside_the_partner_there_is_only_what_is_told(world: World) -> None:
    much_work(world.anna, 8, episodes=40)
    much_work(world.carla, 9, episodes=4)
    refresh_all()

    for worker in (world.nadia, world.ugo):
        with acting_as(worker.actor()):
            assert all(row.told for row in Wait.objects.all()) and all(row.told for row in Cell.objects.all())
            assert {row.scope for row in Wait.objects.all()} == {NETWORK, world.genova.pk}
            assert min(Wait.objects.values_list("people", flat=True)) >= 20
            assert all(row.n >= row.least >= 5 for row in Cell.objects.all())
            assert {row.least for row in Cell.objects.filter(topic__in=["need", "area", "service"])} <= {10}
    with acting_as(world.carla.actor()):
        own = Cell.objects.filter(scope=world.torino.pk)
        assert {row.scope for row in Cell.objects.all()} == {NETWORK, world.torino.pk}
        assert min(own.values_list("n", flat=True)) < 3 and not own.filter(told=True).exists()
        assert min(Cell.objects.filter(scope=NETWORK).values_list("n", flat=True)) >= 5


@pytest.mark.parametrize("name", ["anna", "nadia"])
def test_nobody_but_the_job_writes_a_roll_up(world: World, name: str) -> None:
    with acting_as(getattr(world, name).actor()), pytest.raises(ProgrammingError), transaction.atomic():
        Wait.objects.create(
            scope=world.genova.pk, urgency=0, step="screen", days=0, done=1, ended=0, waiting=0, on_time=1, late=0,
            people=1,
        )  # fmt: skip


def test_the_standard_of_a_stricter_partner_is_its_own(world: World) -> None:
    much_work(world.anna, 10, episodes=6)
    refresh(scope=world.genova.pk)
    with acting_as(world.anna.actor()):
        before = sum(Wait.objects.filter(urgency=ANY, period="").values_list("late", flat=True))
        for step in ("screen", "take_in_charge", "first_service"):
            set_standard(by=world.dario, step=step, urgency=0, hours=1)
    refresh(scope=world.genova.pk)
    with acting_as(world.anna.actor()):
        assert sum(Wait.objects.filter(urgency=ANY, period="").values_list("late", flat=True)) > before
        twin, _people = one_by_one(world.anna)
        late = Counter({key[:4]: n for key, n in twin.items() if key[4] == "late"})
        rows = Wait.objects.filter(scope=world.genova.pk)
        assert +Counter({(r.period, r.urgency, r.step, r.days): r.late for r in rows}) == late
