# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody reads the tests that are open; attempts are whose they are, and the trainers'; rules hold once opened."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

STAFF = ("lgnet_local", "lgnet_worker", "lgnet_national")
READ = {"lgnet_local": "select", "lgnet_worker": "select"}
OWN = f"colleague_id = {CURRENT_USER}"
# Somebody who enters a test that is for everybody gives themselves no more time and no more attempts.
PLAIN = (
    f"{OWN} and extra_percent = 0 and extra_attempts = 0 and exists"
    " (select from examinations_exam e where e.id = exam_id and e.for_everybody and e.state = 'open')"
)
VISIBLE = "exists (select from examinations_exam e where e.id = exam_id)"  # by its own row security


def sat(table: str) -> tuple[str, ...]:
    """The rules of rows that belong to whoever sits a test; the job that ends attempts works for one partner."""
    return (
        f"create policy own_rows on {table} to lgnet_local using ({OWN}) with check ({OWN})",
        f"create policy partner_rows on {table} to lgnet_worker using (partner_id = {CURRENT_PARTNER})",
        f"create policy national_rows on {table} to lgnet_national using (true) with check (true)",
    )


RULES_HOLD = """
create function examinations_rules_hold() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.code, new.title, new.instructions, new.minutes, new.attempts, new.pass_percent,
            new.for_everybody)
       is distinct from (old.code, old.title, old.instructions, old.minutes, old.attempts, old.pass_percent,
            old.for_everybody) then
        raise exception 'the rules of a test that was opened hold for everybody';
    end if;
    return new;
end $$;
create trigger examinations_rules_hold before update on examinations_exam
    for each row execute function examinations_rules_hold();

create function examinations_draws_hold() returns trigger language plpgsql as $$
begin
    if exists (select from examinations_exam e
               where e.id = coalesce(new.exam_id, old.exam_id) and e.state <> 'draft') then
        raise exception 'what a test draws stays as it was when it was opened';
    end if;
    return coalesce(new, old);
end $$;
create trigger examinations_draws_hold before insert or update or delete on examinations_draw
    for each row execute function examinations_draws_hold();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("examinations", "0001_tests_and_their_banks"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        *(
            protect(
                table,
                grants={**READ, "lgnet_national": "select, insert, update"},
                partner_rows=None,
                open_to=STAFF,
            )
            for table in ("examinations_bank", "examinations_question")
        ),
        protect(
            "examinations_questionversion",
            grants={**READ, "lgnet_national": "select, insert"},
            partner_rows=None,
            open_to=STAFF,
        ),
        protect(
            "examinations_exam",
            grants={**READ, "lgnet_national": "select, insert, update"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                "create policy opened_rows on examinations_exam for select to lgnet_local, lgnet_worker"
                " using (state <> 'draft')",
            ),
        ),
        protect(
            "examinations_draw",
            grants={**READ, "lgnet_national": "select, insert, update, delete"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                "create policy visible_rows on examinations_draw for select to lgnet_local, lgnet_worker"
                f" using ({VISIBLE})",
            ),
        ),
        protect(
            "examinations_admission",
            grants={"lgnet_local": "select, insert", "lgnet_national": "select, insert, update"},
            partner_rows=None,
            extra=(
                f"create policy own_rows on examinations_admission for select to lgnet_local using ({OWN})",
                f"create policy enter on examinations_admission for insert to lgnet_local with check ({PLAIN})",
                "create policy national_rows on examinations_admission to lgnet_national using (true)"
                " with check (true)",
            ),
        ),
        *(
            protect(
                table,
                grants={
                    "lgnet_local": "select, insert, update",
                    "lgnet_worker": "select, update",
                    "lgnet_national": "select, insert, update",
                },
                partner_rows=None,
                extra=sat(table),
            )
            for table in ("examinations_attempt", "examinations_answer")
        ),
        migrations.RunSQL(RULES_HOLD, reverse_sql=migrations.RunSQL.noop),
    ]
