# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner writes its services, the nation reads all, everybody reads what is published; visitors add reports.

Of what is published visitors read the columns that say something of the service, never who wrote or checked it.
"""

from django.db import migrations

from lgnet.core.protection import protect
from lgnet.directory.models import Service, StopChange

WRITE, READ = "select, insert, update, delete", "select"
STAFF = {"lgnet_local": WRITE, "lgnet_worker": READ, "lgnet_national": READ}
READERS = "lgnet_public, lgnet_local, lgnet_worker"
PUBLISHED = "exists (select from directory_service s where s.id = service_id and s.published_at is not null)"
OF_DESK = "exists (select from directory_desk d where d.id = desk_id)"
OF_PLACE = "exists (select from directory_desk d where d.place_id = {place})"
OF_STOP = "exists (select from directory_stop s where s.id = stop_id)"


def columns(names: tuple[str, ...]) -> str:
    """A grant of some columns."""
    return f"select ({', '.join(names)})"


def readable(table: str, rows: str) -> tuple[str, ...]:
    """The nation reads all rows; visitors, partners and jobs those that are published."""
    return (
        f"create policy national_rows on {table} for select to lgnet_national using (true)",
        f"create policy published_rows on {table} for select to {READERS} using ({rows})",
    )


def protected(table: str, rows: str, *, in_public: str = READ, history: bool = False) -> migrations.RunSQL:
    """A table of what a service consists of."""
    grants = {**STAFF, "lgnet_public": in_public}
    return protect(table, grants=grants, extra=readable(table, rows), history=history)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_services_places_and_stops"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protected(
            "directory_service", "published_at is not null", in_public=columns(Service.OPEN), history=True
        ),
        protected("directory_servicetext", PUBLISHED, history=True),
        protected("directory_desk", PUBLISHED),
        protected("directory_place", OF_PLACE.format(place="directory_place.id"), history=True),
        protected("directory_hours", OF_DESK, history=True),
        protected(
            "directory_specialday", OF_PLACE.format(place="directory_specialday.place_id"), history=True
        ),
        protected("directory_stop", PUBLISHED, history=True),
        protected("directory_stopchange", OF_STOP, in_public=columns(StopChange.OPEN), history=True),
        protect(
            "directory_wrongreport",
            grants={
                "lgnet_local": "select, insert, update",
                "lgnet_worker": "select, update",
                "lgnet_national": READ,
                "lgnet_public": "insert (id, service_id, partner_id, kind, text, language, reported_at, told_on,"
                " outcome, settled_at, settled_by_id)",
            },
            extra=(
                "create policy national_rows on directory_wrongreport for select to lgnet_national using (true)",
                "create policy added_rows on directory_wrongreport for insert to lgnet_public, lgnet_local"
                " with check (outcome = '' and told_on is null and exists (select from directory_service s"
                " where s.id = service_id and s.partner_id = directory_wrongreport.partner_id"
                " and s.published_at is not null))",
            ),
        ),
        protect(
            "directory_nag",
            grants={
                "lgnet_local": "select, delete",
                "lgnet_worker": "select, insert",
                "lgnet_national": READ,
            },
            extra=("create policy national_rows on directory_nag for select to lgnet_national using (true)",),
        ),
        protect("directory_sheetrun", grants={"lgnet_local": "select, insert, update", "lgnet_worker": READ}),
    ]
