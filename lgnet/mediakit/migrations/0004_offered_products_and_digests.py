# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Products that a campaign offers to everybody; a check keeps the digest of exactly what was judged.

Checks of pages had kept the digest of an address as if it were of a file: they have none now.
"""

from django.db import migrations, models
from django.db.models import Q

EMPTY = """
alter table mediakit_check disable trigger mediakit_findings_stay;
update mediakit_check set digest = '' where content_type = 'text/html';
alter table mediakit_check enable trigger mediakit_findings_stay;
"""
OFFERED = """
grant select (is_offered) on mediakit_product to lgnet_public;
alter policy public_rows on mediakit_product
    using ((event_id is not null or is_offered) and verdict = 'passed' and ended_at is null);
"""


class Migration(migrations.Migration):
    dependencies = [("mediakit", "0003_marks_of_bodies")]
    operations = [
        migrations.AddField("product", "is_offered", models.BooleanField(default=False)),
        migrations.RunSQL(OFFERED, reverse_sql=migrations.RunSQL.noop),
        migrations.AlterField("check", "digest", models.CharField(blank=True, max_length=64)),
        migrations.RunSQL(EMPTY, reverse_sql=migrations.RunSQL.noop),
        migrations.AddConstraint(
            "check",
            models.CheckConstraint(
                name="check_digest_of_what_was_judged",
                condition=Q(digest__regex=r"^[0-9a-f]{64}$") | Q(digest="", content_type="text/html"),
            ),
        ),
    ]
