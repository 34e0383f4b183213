# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A case's rows exist for its partner; restricted notes and vulnerabilities only for the case's circle."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

WRITE = "select, insert, update"
LOCAL = {"lgnet_local": WRITE, "lgnet_worker": WRITE}


def in_circle(table: str) -> str:
    return (
        "exists (select 1 from cases_casemember m"
        f" where m.case_id = {table}.case_id and m.left_at is null and m.user_id = {CURRENT_USER})"
    )


def circle(table: str, *, unless: str = "false") -> str:
    return f"partner_id = {CURRENT_PARTNER} and ({unless} or {in_circle(table)})"


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_tables_of_cases"), ("people", "0002_row_security")]
    operations = [
        *(
            protect(f"cases_{table}", grants=LOCAL, history=True)
            for table in (
                "intake",
                "case",
                "casemember",
                "assessment",
                "score",
                "plan",
                "goal",
                "goalaction",
                "intervention",
                "review",
            )
        ),
        protect(
            "cases_note",
            grants=LOCAL,
            partner_rows=circle("cases_note", unless="level = 'partner'"),
            history=True,
        ),
        protect(
            "cases_vulnerability", grants=LOCAL, partner_rows=circle("cases_vulnerability"), history=True
        ),
        protect(
            "cases_clockstandard",
            grants={"lgnet_local": WRITE, "lgnet_worker": "select", "lgnet_national": WRITE},
            partner_rows=None,
            extra=(
                "create policy read_rows on cases_clockstandard for select"
                " to lgnet_local, lgnet_worker, lgnet_national using (true)",
                "create policy own_rows on cases_clockstandard for all to lgnet_local"
                f" using (partner_id = {CURRENT_PARTNER}) with check (partner_id = {CURRENT_PARTNER})",
                "create policy national_rows on cases_clockstandard for all to lgnet_national"
                " using (partner_id is null) with check (partner_id is null)",
            ),
        ),
        # Plans need deletes while they are drafts: a goal taken off a draft was never agreed.
        migrations.RunSQL(
            "grant delete on cases_goal, cases_goalaction to lgnet_local", reverse_sql=migrations.RunSQL.noop
        ),
    ]
