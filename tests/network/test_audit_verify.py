# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever somebody does to the trail with the owner's powers, the verification finds it."""

from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection, transaction

from lgnet.config.cli import lgnet
from lgnet.config.commands.audit import print_reports
from lgnet.core import audit
from lgnet.core.audit import ChainReport, verify_everything
from lgnet.core.rowsecurity import acting_as
from tests.database import TestDatabases, pointed_at
from tests.world import World, find_world


@pytest.fixture(scope="module")
def trail(
    databases: TestDatabases, django_db_setup: None, django_db_blocker: Any, worker_id: str
) -> Iterator[World]:
    """A database in which Genova's people have left a trail, entered as the owner of the tables."""
    name = databases.copy(f"trail_{worker_id}")
    with django_db_blocker.unblock():
        with pointed_at(name, "lgnet_web"):
            world = find_world()
            for number in range(5):
                with acting_as(world.anna.actor()):
                    audit.record("person.seen", kind="people.person", number=number)
        with pointed_at(name, "lgnet_owner"):
            yield world
    databases.drop(name)


def genova(world: World) -> ChainReport:
    return next(report for report in verify_everything() if report.chain == world.genova.pk)


def tamper(*statements: str) -> ChainReport:
    """What the verification says after these statements, which are then rolled back."""
    world = find_world()
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in ("core_auditentry", "core_auditlink"):
                cursor.execute(f"alter table {table} disable trigger user")
            for statement in statements:
                cursor.execute(statement, {"genova": world.genova.pk})
                assert cursor.rowcount > 0
        report = genova(world)
        transaction.set_rollback(True)
    return report


def test_an_untouched_trail_holds(trail: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_reports()

    said = capsys.readouterr().out
    assert "Genova" in said and " ok" in said and "0 broken" in said
    assert genova(trail).links >= 5


LAST = "(select max(position) from core_auditlink where chain = %(genova)s)"
ONE = f"(select entry_id from core_auditlink where chain = %(genova)s and position = {LAST} - 2)"


@pytest.mark.parametrize(
    ("what", "statements"),
    [
        ("an entry is changed", [f"update core_auditentry set event = 'person.corrected' where id = {ONE}"]),
        ("its author is changed", [f"update core_auditentry set actor_id = null where id = {ONE}"]),
        (
            "its time is changed",
            [f"update core_auditentry set at = at - interval '1 second' where id = {ONE}"],
        ),
        ("an entry is removed", [f"delete from core_auditentry where id = {ONE}"]),
        (
            "an entry is removed with its link",
            [
                f"delete from core_auditentry where id = {ONE}",
                f"delete from core_auditlink where chain = %(genova)s and position = {LAST} - 2",
            ],
        ),
        (
            "the end is cut off",
            [
                "delete from core_auditentry where id = (select entry_id from core_auditlink"
                f" where chain = %(genova)s and position = {LAST})",
                f"delete from core_auditlink where chain = %(genova)s and position = {LAST}",
            ],
        ),
        (
            "an entry is slipped in",
            [
                "insert into core_auditentry (partner_id, actor_role, event, subject_kind, detail)"
                " values (%(genova)s, 'lgnet_local', 'person.seen', 'people.person', '{}')"
            ],
        ),
        (
            "the whole chain is removed",
            [
                "delete from core_auditentry where partner_id = %(genova)s",
                "delete from core_auditlink where chain = %(genova)s",
            ],
        ),
        ("the head is moved", ["update core_audithead set position = position - 1 where chain = %(genova)s"]),
    ],
)
def test_tampering_is_found(trail: World, what: str, statements: list[str]) -> None:
    assert tamper(*statements).breaks, what
    assert not genova(trail).breaks  # the story left nothing behind


def test_the_report_says_where_it_broke(trail: World, capsys: pytest.CaptureFixture[str]) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("alter table core_auditentry disable trigger user")
            cursor.execute(
                f"update core_auditentry set event = 'x.y' where id = {ONE}", {"genova": trail.genova.pk}
            )
        holds = print_reports()
        transaction.set_rollback(True)

    assert not holds
    said = capsys.readouterr().out
    assert "BROKEN" in said and f"entry {genova(trail).links - 2}: the entry or its link was changed" in said


def test_without_disabling_the_triggers_nobody_changes_anything(trail: World) -> None:
    for statement in ("update core_auditentry set event = 'x.y'", "delete from core_auditlink"):
        with (
            pytest.raises(Exception, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_command_is_in_the_list() -> None:
    listed = CliRunner().invoke(lgnet, ["--help"]).output
    helped = CliRunner().invoke(lgnet, ["audit", "verify", "--help"])

    assert "audit" in listed and helped.exit_code == 0


def test_the_web_cannot_verify_everything(db: None) -> None:
    with pytest.raises(PermissionError):
        verify_everything()
