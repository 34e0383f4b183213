# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A contact exists only for the partner whose people made it."""

from django.db import migrations

from lgnet.core.protection import protect

WRITE = "select, insert, update"


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_contacts"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect("outreach_contact", grants={"lgnet_local": WRITE, "lgnet_worker": WRITE}, history=True)
    ]
