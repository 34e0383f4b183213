# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign offers files of the media kit by language, and visitors of its public events may know which."""

from django.db import migrations, models
from django.db.models import Q

PUBLIC = """
grant select (campaign_id) on society_event to lgnet_public;
grant select (id, campaign_id, partner_id, language, product_id, asset_id) on society_material to lgnet_public;
create policy with_public_event on society_material for select to lgnet_public using (
    (product_id is not null or asset_id is not null)
    and exists (select from society_event e where e.campaign_id = society_material.campaign_id)
);
"""


class Migration(migrations.Migration):
    dependencies = [("society", "0004_what_counts_of_events")]
    operations = [
        migrations.AddField("material", "asset_id", models.UUIDField(blank=True, null=True)),
        migrations.RemoveConstraint("material", "photo_has_a_release"),
        migrations.AddConstraint(
            "material",
            models.CheckConstraint(
                name="photo_has_a_release",
                condition=~Q(kind="photo")
                | ~Q(release="")
                | Q(product_id__isnull=False)
                | Q(asset_id__isnull=False),
            ),
        ),
        migrations.AddConstraint(
            "material",
            models.CheckConstraint(
                name="material_is_one_thing", condition=Q(product_id=None) | Q(asset_id=None)
            ),
        ),
        migrations.AddConstraint(
            "material",
            models.UniqueConstraint(
                name="one_product_per_campaign", fields=["campaign", "partner", "product_id", "language"]
            ),
        ),
        migrations.AddConstraint(
            "material",
            models.UniqueConstraint(
                name="one_kit_asset_per_campaign", fields=["campaign", "partner", "asset_id", "language"]
            ),
        ),
        migrations.RunSQL(PUBLIC, reverse_sql=migrations.RunSQL.noop),
    ]
