# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures say whose they are, on which terms they are shown, and whether the people on them agreed.

Those that came in before say none of it: visitors see them no more, no page nor draft names them, and editors bring
anew what they want to show.
"""

import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

from lgnet.core.protection import protect

WRITERS = ("lgnet_editor", "lgnet_publisher")
VISITORS = ("lgnet_public", "lgnet_local", "lgnet_national")
EVERYTHING = "select, insert, update, delete"
IN_PUBLIC = (
    "select (id, title, file, description, width, height, focal_point_x, focal_point_y, focal_point_width,"
    " focal_point_height, file_size, file_hash, created_at, collection_id, rights_holder, licence, people,"
    " release_until)"
)
# A size counts for visitors once a page shows the picture; those that editors look at beforehand change nothing.
SIZE_MADE = """
create function website_size_made() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$ begin
    if exists (select from made m join website_sitepage p on p.image_id = m.image_id) then
        update website_publicedition set number = number + 1 where id = 1;
    end if;
    return null;
end $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("taggit", "0001_tables"),
        ("wagtailcore", "0001_tables"),
        ("website", "0007_contacts_and_places_tell_visitors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="sitepage",
            name="image_says",
            field=models.CharField(
                blank=True,
                help_text="Empty on an Italian page: what was written with the picture.",
                max_length=160,
                verbose_name="What is on the picture, in the language of this page",
            ),
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, default="", max_length=255, verbose_name="description"),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "rights_holder",
                    models.CharField(
                        help_text="The photographer or the body; stands below the picture.",
                        max_length=160,
                        verbose_name="Whose picture it is",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("CC-BY-4.0", "CC BY 4.0: others may use it and name the author"),
                            ("CC0-1.0", "CC0: others may use it freely"),
                            ("here", "Shown here by agreement, not to be used elsewhere"),
                        ],
                        max_length=20,
                        verbose_name="Terms",
                    ),
                ),
                (
                    "people",
                    models.CharField(
                        choices=[
                            ("nobody", "Nobody, or nobody who can be recognised"),
                            ("released", "People who signed a release (for minors: their parents)"),
                        ],
                        max_length=10,
                        verbose_name="Who can be recognised",
                    ),
                ),
                (
                    "release_kept_at",
                    models.CharField(
                        blank=True,
                        help_text="The number of the protocol or the folder; the public does not read it.",
                        max_length=160,
                        verbose_name="Where the signed release is kept",
                    ),
                ),
                (
                    "release_until",
                    models.DateField(
                        blank=True,
                        help_text="The day after, the picture is no longer shown. Empty: until it is withdrawn.",
                        null=True,
                        verbose_name="The release holds until",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("description", ""), _negated=True),
                            models.Q(("rights_holder", ""), _negated=True),
                        ),
                        name="picture_says_what_is_on_it_and_whose_it_is",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("people", "released"), _negated=True),
                            models.Q(("release_kept_at", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="picture_of_people_has_a_release",
                    ),
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.RunSQL(
            [
                "update website_sitepage set image_id = null where image_id is not null",
                "update wagtailcore_revision set content = jsonb_set(content, '{image}', 'null')"
                " where content ? 'image'",
                *(
                    f"revoke all on {table} from {', '.join(VISITORS)}"
                    for table in ("wagtailimages_image", "wagtailimages_rendition")
                ),
                "set constraints all immediate",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name="sitepage",
            name="image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="website.picture",
                verbose_name="Photograph or drawing",
            ),
        ),
        migrations.CreateModel(
            name="PictureSize",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        db_index=False,
                        to="website.picture",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="one_size_of_a_picture"
                    ),
                ]
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        protect(
            "website_picture",
            grants=dict.fromkeys(WRITERS, EVERYTHING) | dict.fromkeys(VISITORS, IN_PUBLIC),
            partner_rows=None,
            open_to=WRITERS,
            extra=(
                f"create policy visitors on website_picture for select to {', '.join(VISITORS)}"
                " using (release_until is null or release_until >= (now() at time zone 'Europe/Rome')::date)",
            ),
        ),
        protect(
            "website_picturesize",
            grants=dict.fromkeys(WRITERS, EVERYTHING) | dict.fromkeys(VISITORS, "select"),
            partner_rows=None,
            open_to=WRITERS,
            extra=(
                f"create policy visitors on website_picturesize for select to {', '.join(VISITORS)}"
                " using (exists (select from website_picture p where p.id = image_id))",
            ),
        ),
        migrations.RunSQL(
            [
                *(
                    f"create trigger tells_visitors after update or delete on {table} for each statement"
                    " execute function website_changed()"
                    for table in ("website_picture", "website_picturesize")
                ),
                SIZE_MADE,
                "create trigger tells_visitors_of_new after insert on website_picturesize"
                " referencing new table as made for each statement execute function website_size_made()",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
