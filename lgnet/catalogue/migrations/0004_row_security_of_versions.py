# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changes of the catalogue are the nation's until they are pushed; a code that never held may be taken out."""

from django.db import migrations

from lgnet.core.protection import protect

PARTNERS = "lgnet_local, lgnet_worker"
WRITE = "select, insert, update, delete"
PUSHED = (
    "exists (select from catalogue_catalogueversion v where v.id = version_id)"  # by its own row security
)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_codes_with_days_and_versions")]
    operations = [
        migrations.RunSQL(
            "grant delete on catalogue_interventiontype to lgnet_national", reverse_sql=migrations.RunSQL.noop
        ),
        protect(
            "catalogue_catalogueversion",
            grants={"lgnet_national": WRITE, "lgnet_local": "select", "lgnet_worker": "select"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                f"create policy pushed_rows on catalogue_catalogueversion for select to {PARTNERS}"
                " using (state <> 'prepared')",
            ),
        ),
        protect(
            "catalogue_cataloguechange",
            grants={"lgnet_national": WRITE, "lgnet_local": "select", "lgnet_worker": "select"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                f"create policy pushed_rows on catalogue_cataloguechange for select to {PARTNERS} using ({PUSHED})",
            ),
        ),
    ]
