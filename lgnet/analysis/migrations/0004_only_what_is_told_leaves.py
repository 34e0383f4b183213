# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exact numbers are their partner's alone; everybody else reads what is told, and not even that where it is small."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

NETWORK = "'00000000-0000-0000-0000-000000000000'::uuid"


def told(table: str, large_enough: str) -> migrations.RunSQL:
    """Policies of a roll-up: own exact rows, and from outside what is told and large enough."""
    return migrations.RunSQL(
        [
            f"drop policy own_and_network_rows on {table}",
            f"drop policy large_rows on {table}",
            f"create policy own_and_network_rows on {table} for select to lgnet_local using ("
            f"(scope = {CURRENT_PARTNER} and not told) or (scope = {NETWORK} and told and {large_enough}))",
            f"create policy told_rows on {table} for select to lgnet_national using (told and {large_enough})",
        ],
        reverse_sql=migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("analysis", "0003_what_is_told_outside")]
    operations = [
        told("analysis_wait", "people >= 20"),
        told("analysis_cell", "n >= least"),
        protect(
            "analysis_kept",
            grants={"lgnet_worker": "select, insert, update"},
            partner_rows=None,
            open_to=("lgnet_worker",),
        ),
        protect(
            "analysis_spread",
            grants={"lgnet_local": "select", "lgnet_worker": "select, insert, delete"},
            partner_rows=None,
            open_to=("lgnet_worker",),
            extra=(
                "create policy own_rows on analysis_spread for select to lgnet_local"
                f" using (scope = {CURRENT_PARTNER})",
            ),
        ),
    ]
