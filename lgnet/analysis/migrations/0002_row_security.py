# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who reads the roll-ups, and the clock's standard as a function.

Outside its partner a group or cell that is too small does not exist: the threshold is row security. The jobs'
role makes them, acting for one partner after the other, and adds up the network from what they say.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

READ = {"lgnet_local": "select", "lgnet_national": "select", "lgnet_worker": "select, insert, delete"}
NETWORK = "'00000000-0000-0000-0000-000000000000'::uuid"

# When a standard runs out, as `lgnet.cases.clock.after` says it: hours that really pass below three days and for
# parts of a day, otherwise days of the calendar in Rome at the same time of the day. Of an hour that clocks show
# twice PostgreSQL takes the second; the clock means the first.
DUE = """
create function analysis_due(since timestamptz, hours integer) returns timestamptz
language sql stable parallel safe as $$
    select case
        when hours < 72 or hours % 24 <> 0 then since + hours * interval '1 hour'
        when ((wall at time zone 'Europe/Rome') - interval '1 hour') at time zone 'Europe/Rome' = wall
            then (wall at time zone 'Europe/Rome') - interval '1 hour'
        else wall at time zone 'Europe/Rome'
    end
    from (select (since at time zone 'Europe/Rome') + (hours / 24) * interval '1 day' as wall) w
$$;
"""


def closed(table: str, large_enough: str) -> migrations.RunSQL:
    """Protect a roll-up: own rows, and from outside only what is large enough."""
    return protect(
        table,
        grants=READ,
        partner_rows=None,
        open_to=("lgnet_worker",),
        extra=(
            f"create policy own_and_network_rows on {table} for select to lgnet_local"
            f" using (scope = {CURRENT_PARTNER} or (scope = {NETWORK} and {large_enough}))",
            f"create policy large_rows on {table} for select to lgnet_national using ({large_enough})",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("analysis", "0001_roll_ups"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        closed("analysis_wait", "people >= 10"),
        closed("analysis_cell", "n >= least"),
        protect(
            "analysis_refresh",
            grants=READ | {"lgnet_worker": "select, insert, update"},
            partner_rows=None,
            open_to=("lgnet_local", "lgnet_national", "lgnet_worker"),
        ),
        migrations.RunSQL(DUE, reverse_sql="drop function analysis_due(timestamptz, integer)"),
    ]
