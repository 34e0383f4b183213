# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A key is seen by its organisation and looked up by the gate; counts of requests by the gate alone."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

OWN = f"partner_id = {CURRENT_PARTNER}"
STAFF = "select, insert, update (revoked_at, revoked_by_id)"


class Migration(migrations.Migration):
    dependencies = [("api", "0001_tokens"), ("network", "0002_row_security")]
    operations = [
        protect(
            "api_apitoken",
            grants={
                "lgnet_local": STAFF,
                "lgnet_national": STAFF,
                "lgnet_gate": "select, update (used_on)",
            },
            extra=(
                f"create policy national_rows on api_apitoken to lgnet_national using ({OWN}) with check ({OWN})",
                "create policy gate_rows on api_apitoken to lgnet_gate using (true) with check (true)",
            ),
        ),
        protect(
            "api_apiminute",
            grants={"lgnet_gate": "select, insert, update, delete"},
            partner_rows=None,
            open_to=("lgnet_gate",),
        ),
    ]
