# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Match keys with two indexes and one reference instead of three and two: they are half the work of an import.

The partner of a key is its person's, which row security and the only two statements that write keys hold.
"""

import django.db.models.deletion
from django.db import migrations, models

DATABASE = """
drop index matchkey_lookup;
alter table people_matchkey drop column id;
alter table people_matchkey add primary key (partner_id, key, person_id);
do $$
declare reference text;
begin
    select conname into strict reference from pg_constraint
    where conrelid = 'people_matchkey'::regclass and contype = 'f' and confrelid = 'network_organisation'::regclass;
    execute format('alter table people_matchkey drop constraint %I', reference);
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_row_security")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(DATABASE, reverse_sql=migrations.RunSQL.noop)],
            state_operations=[
                migrations.RemoveIndex("matchkey", "matchkey_lookup"),
                migrations.RemoveField("matchkey", "id"),
                migrations.AddField(
                    "matchkey",
                    "pk",
                    models.CompositePrimaryKey(
                        "partner",
                        "key",
                        "person",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                migrations.AlterField(
                    "matchkey",
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                    ),
                ),
            ],
        )
    ]
