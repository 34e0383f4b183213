# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's rows exist only for the partner that registered them; the nation has no grant at all."""

from django.db import migrations

from lgnet.core.protection import protect

WRITE = "select, insert, update"
READERS = ("lgnet_local", "lgnet_national", "lgnet_worker")


def partner_table(table: str, *, history: bool = True) -> migrations.RunSQL:
    return protect(table, grants={"lgnet_local": WRITE, "lgnet_worker": WRITE}, history=history)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_tables_of_people"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        partner_table("people_person"),
        partner_table("people_identifier"),
        partner_table("people_contactchannel"),
        partner_table("people_staystatus"),
        partner_table("people_household"),
        partner_table("people_householdmember"),
        partner_table("people_guardian"),
        partner_table("people_privacynotice"),
        protect(
            "people_matchkey",
            grants={"lgnet_local": WRITE + ", delete", "lgnet_worker": WRITE + ", delete"},
        ),
        migrations.RunSQL(
            "grant usage on sequence people_matchkey_id_seq to lgnet_local, lgnet_worker",
            reverse_sql=migrations.RunSQL.noop,
        ),
        protect(
            "people_residencestatus",
            grants=dict.fromkeys(READERS, "select") | {"lgnet_national": WRITE},
            partner_rows=None,
            open_to=READERS,
        ),
    ]
