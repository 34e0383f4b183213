# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings exist for who works in the network, those of a group for its members; tasks also for their owner."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

PEOPLE = ("lgnet_local", "lgnet_national")
READERS = (*PEOPLE, "lgnet_worker")
WHO, ALL = ", ".join(PEOPLE), ", ".join(READERS)
READ = dict.fromkeys(READERS, "select")
MY_GROUPS = (
    f"select m.group_id from exchange_groupmember m where m.member_id = {CURRENT_USER} and m.left_at is null"
)
MEETINGS = f"(group_id is null or group_id in ({MY_GROUPS}))"
WITH_MEETING = "meeting_id in (select x.id from meetings_meeting x)"  # by its own row security
ORGANISED = f"meeting_id in (select x.id from meetings_meeting x where x.organiser_id = {CURRENT_USER})"
WITH_DECISION = "decision_id in (select d.id from meetings_decision d)"
DECIDED = (
    "decision_id in (select d.id from meetings_decision d join meetings_meeting x on x.id = d.meeting_id"
    f" where x.organiser_id = {CURRENT_USER})"
)


def rows(table: str, name: str, condition: str, command: str = "select", roles: str = "") -> str:
    """A policy in few words."""
    shown = "" if command == "insert" else f" using ({condition})"
    checked = "" if command in {"select", "delete"} else f" with check ({condition})"
    return f"create policy {name} on meetings_{table} for {command} to {roles or WHO}{shown}{checked}"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_tables_of_meetings"), ("exchange", "0002_row_security")]
    operations = [
        protect(
            "meetings_meeting",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update"),
            partner_rows=None,
            extra=(
                rows("meeting", "readable_rows", MEETINGS, roles=ALL),
                rows(
                    "meeting",
                    "organised_rows",
                    f"organiser_id = {CURRENT_USER} and organisation_id = {CURRENT_PARTNER} and {MEETINGS}",
                    "insert",
                ),
                rows("meeting", "own_rows", f"organiser_id = {CURRENT_USER} and {MEETINGS}", "update"),
            ),
        ),
        protect(
            "meetings_attendance",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update"),
            partner_rows=None,
            extra=(
                rows("attendance", "readable_rows", WITH_MEETING, roles=ALL),
                rows(
                    "attendance",
                    "written_rows",
                    f"(colleague_id = {CURRENT_USER} and {WITH_MEETING}) or {ORGANISED}",
                    "all",
                ),
            ),
        ),
        protect(
            "meetings_decision",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, delete"),
            partner_rows=None,
            extra=(
                rows("decision", "readable_rows", WITH_MEETING, roles=ALL),
                rows("decision", "written_rows", ORGANISED, "insert"),
                rows("decision", "dropped_rows", ORGANISED, "delete"),
            ),
        ),
        protect(
            "meetings_task",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update (done_at), delete"),
            partner_rows=None,
            extra=(
                rows(
                    "task",
                    "readable_rows",
                    f"owner_id = {CURRENT_USER} or {WITH_DECISION} or group_id in ({MY_GROUPS})",
                    roles=ALL,
                ),
                rows(
                    "task",
                    "given_rows",
                    f"given_by_id = {CURRENT_USER} and ({DECIDED} or group_id in ({MY_GROUPS}))",
                    "insert",
                ),
                rows(
                    "task",
                    "done_rows",
                    f"owner_id = {CURRENT_USER} or given_by_id = {CURRENT_USER}",
                    "update",
                ),
                rows("task", "dropped_rows", f"given_by_id = {CURRENT_USER} and done_at is null", "delete"),
            ),
        ),
    ]
