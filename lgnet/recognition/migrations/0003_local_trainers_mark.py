# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever teaches a module marks the test that it asks for: others' attempts exist for them once handed in.

Which test belongs to which module is said here (`recognition_award`), so the rule stands here too.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_USER

TAUGHT = (
    "exam_id in (select w.exam_id from recognition_award w join training_session s on s.module_id = w.module_id"
    f" join training_teaching t on t.session_id = s.id where t.trainer_id = {CURRENT_USER})"
)
OTHERS = f"colleague_id <> {CURRENT_USER}"
# By the row security of attempts, as whoever asks: of others only what one teaches.
TO_MARK = (
    f"attempt_id in (select a.id from examinations_attempt a where a.colleague_id <> {CURRENT_USER}"
    " and a.state in ('marking', 'done'))"
)
HANDED_IN = f"{TAUGHT} and {OTHERS} and state in ('marking', 'done')"

KEEPS = """
create function examinations_keeps_its_author() returns trigger language plpgsql as $$
begin
    if (new.colleague_id, new.partner_id) is distinct from (old.colleague_id, old.partner_id) then
        raise exception 'an attempt and its answers stay with whoever made them';
    end if;
    return new;
end $$;
create trigger examinations_keeps_its_author before update on examinations_attempt
    for each row execute function examinations_keeps_its_author();
create trigger examinations_keeps_its_author before update on examinations_answer
    for each row execute function examinations_keeps_its_author();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("recognition", "0002_row_security"),
        ("examinations", "0002_row_security"),
        ("training", "0002_row_security"),
    ]
    operations = [
        migrations.RunSQL(
            [
                "create policy taught_rows on examinations_admission for select to lgnet_local"
                f" using ({TAUGHT})",
                "create policy taught_rows on examinations_attempt for select to lgnet_local"
                f" using ({HANDED_IN})",
                "create policy marked_rows on examinations_attempt for update to lgnet_local"
                f" using ({HANDED_IN})",
                f"create policy taught_rows on examinations_answer for select to lgnet_local using ({TO_MARK})",
                f"create policy marked_rows on examinations_answer for update to lgnet_local using ({TO_MARK})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(KEEPS, reverse_sql=migrations.RunSQL.noop),
    ]
