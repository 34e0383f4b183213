# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which rows of the network; the log-in tables of libraries belong to the gate."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

STAFF = ("lgnet_gate", "lgnet_local", "lgnet_national", "lgnet_worker")
EVERYBODY = (*STAFF, "lgnet_public")
READ = dict.fromkeys(EVERYBODY, "select")
OWN = f"organisation_id = {CURRENT_PARTNER}"


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables_of_the_network"),
        ("core", "0002_audit_chain_and_row_history"),
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [
        *(
            protect(
                table,
                grants=READ | {"lgnet_national": "select, insert, update"},
                partner_rows=None,
                open_to=EVERYBODY,
            )
            for table in ("network_edition", "network_organisation", "network_partnership")
        ),
        protect(
            "network_dataagreement",
            grants=dict.fromkeys(STAFF, "select") | {"lgnet_national": "select, insert, update"},
            partner_rows=None,
            open_to=STAFF,
        ),
        protect(
            "network_site",
            grants={
                "lgnet_local": "select, insert, update",
                "lgnet_gate": "select",
                "lgnet_public": "select",
                "lgnet_worker": "select",
                "lgnet_national": "select",
            },
            extra=(
                "create policy gate_rows on network_site for select to lgnet_gate using (true)",
                "create policy public_rows on network_site for select to lgnet_public, lgnet_national"
                " using (is_public and closed_on is null)",
            ),
        ),
        protect("network_team", grants={"lgnet_local": "select, insert, update", "lgnet_worker": "select"}),
        protect(
            "network_colleague",
            grants=dict.fromkeys(STAFF, "select") | {"lgnet_gate": "select, insert, update"},
            partner_rows=None,
            open_to=STAFF,
        ),
        protect(
            "network_user",
            grants={"lgnet_gate": "select, insert, update"},
            partner_rows=None,
            open_to=("lgnet_gate",),
        ),
        protect(
            "network_membership",
            grants={
                "lgnet_gate": "select, insert",
                "lgnet_local": "select, insert, update",
                "lgnet_national": "select",
                "lgnet_worker": "select",
            },
            partner_rows=OWN,
            extra=(
                "create policy gate_rows on network_membership to lgnet_gate using (true) with check (true)",
                "create policy national_rows on network_membership for select to lgnet_national"
                f" using ({OWN})",
            ),
            history=True,
        ),
        protect(
            "network_invitation",
            grants={"lgnet_gate": "select, update", "lgnet_local": "select, insert, update"},
            extra=(
                "create policy gate_rows on network_invitation to lgnet_gate using (true) with check (true)",
            ),
        ),
        *(
            protect(
                table,
                grants={"lgnet_gate": "select, insert, update, delete"},
                partner_rows=None,
                open_to=("lgnet_gate",),
            )
            for table in (
                "django_session",
                "account_emailaddress",
                "account_emailconfirmation",
                "mfa_authenticator",
            )
        ),
        migrations.RunSQL(
            "grant usage on sequence account_emailaddress_id_seq, account_emailconfirmation_id_seq,"
            " mfa_authenticator_id_seq to lgnet_gate",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
