# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Evidence exists for its partner; the nation reads digests without the rows, and orders samples of pseudonyms."""

from django.db import migrations

from lgnet.core.protection import protect

READ = "create policy national_rows on {0} for select to lgnet_national using (true)"
WRITE = "create policy national_rows on {0} for all to lgnet_national using (true) with check (true)"
DIGESTS = "select (id, partner_id, fact_id, rule, label, sha256, frozen_at)"  # not row_id


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_tables_of_evidence"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(
            "evidence_evidenceitem",
            grants={
                "lgnet_local": "select, insert",
                "lgnet_worker": "select, insert",
                "lgnet_national": DIGESTS,
            },
            extra=(READ.format("evidence_evidenceitem"),),
        ),
        protect(
            "evidence_sample",
            grants={"lgnet_local": "select, insert, update", "lgnet_national": "select, insert"},
            extra=(WRITE.format("evidence_sample"),),
            history=True,
        ),
        protect(
            "evidence_sampledfact",
            grants={"lgnet_local": "select, insert", "lgnet_national": "select, insert"},
            extra=(WRITE.format("evidence_sampledfact"),),
        ),
        protect(
            "evidence_finding",
            grants={"lgnet_local": "select, insert, update", "lgnet_national": "select"},
            extra=(READ.format("evidence_finding"),),
            history=True,
        ),
    ]
