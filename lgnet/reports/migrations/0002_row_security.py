# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report exists for its partner, and for the nation once it was sent; what is still being written never leaves."""

from django.db import migrations

from lgnet.core.protection import protect

READERS = ("lgnet_local", "lgnet_national", "lgnet_worker")
READ = dict.fromkeys(READERS, "select")


def _national(table: str, condition: str = "true") -> str:
    return f"create policy national_rows on {table} to lgnet_national using ({condition})"


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_quarterly_reports"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(
            "reports_schedule",
            grants=READ | {"lgnet_national": "select, insert, update"},
            partner_rows=None,
            open_to=READERS,
            history=True,
        ),
        protect(
            "reports_period",
            grants=READ | {"lgnet_national": "select, update", "lgnet_worker": "select, insert"},
            partner_rows=None,
            open_to=READERS,
            history=True,
        ),
        protect(
            "reports_report",
            grants={
                "lgnet_local": "select, update",
                "lgnet_worker": "select, insert",
                "lgnet_national": "select, update",
            },
            extra=(_national("reports_report", "sendings_count > 0"),),
            history=True,
        ),
        *(
            protect(
                table,
                grants={"lgnet_local": "select, insert, update", "lgnet_worker": "select"},
                history=history,
            )
            # An answer is saved while it is typed: its past would be every word that was ever begun.
            for table, history in (
                ("reports_answer", False),
                ("reports_deviation", True),
                ("reports_networksubject", True),
            )
        ),
        protect(
            "reports_attachment",
            grants={"lgnet_local": "select, insert, update", "lgnet_national": "select"},
            extra=(_national("reports_attachment", "sent_at is not null"),),
            history=True,
        ),
        protect(
            "reports_sending",
            grants={"lgnet_local": "select, insert", "lgnet_national": "select"},
            extra=(_national("reports_sending"),),
        ),
        protect(
            "reports_remark",
            grants={"lgnet_local": "select", "lgnet_national": "select, insert"},
            extra=(_national("reports_remark"),),
        ),
        protect(
            "reports_reportstep",
            grants={"lgnet_local": "select, insert", "lgnet_national": "select, insert"},
            extra=(_national("reports_reportstep"),),
        ),
        protect("reports_reminder", grants={"lgnet_local": "select", "lgnet_worker": "select, insert"}),
    ]
