# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole partners are invited to meetings; the coordinator of an invited partner enrols its people."""

import django.db.models.deletion
from django.db import migrations, models

import lgnet.core.ids
from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

READ = dict.fromkeys(("lgnet_local", "lgnet_national", "lgnet_worker"), "select")
PEOPLE = "lgnet_local, lgnet_national"
WITH_MEETING = "meeting_id in (select x.id from meetings_meeting x)"  # by its own row security
ORGANISED = f"meeting_id in (select x.id from meetings_meeting x where x.organiser_id = {CURRENT_USER})"
INVITED = (
    f"organisation_id = {CURRENT_PARTNER} and meeting_id in"
    f" (select i.meeting_id from meetings_invitedpartner i where i.partner_id = {CURRENT_PARTNER})"
)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_row_security"), ("network", "0003_no_index_twice")]
    operations = [
        migrations.CreateModel(
            name="InvitedPartner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invited_partners",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "partner"), name="partner_invited_once")
                ]
            },
        ),
        protect(
            "meetings_invitedpartner",
            grants=READ | dict.fromkeys(("lgnet_local", "lgnet_national"), "select, insert"),
            partner_rows=None,
            extra=(
                "create policy readable_rows on meetings_invitedpartner for select to lgnet_local, lgnet_national,"
                f" lgnet_worker using ({WITH_MEETING})",
                f"create policy written_rows on meetings_invitedpartner for insert to {PEOPLE}"
                f" with check ({ORGANISED})",
            ),
        ),
        migrations.RunSQL(
            f"create policy appointed_rows on meetings_attendance to lgnet_local using ({INVITED})",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
