# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading what the package ships: the facts of the network as they were published."""

from django.db import transaction

from lgnet.network import shipped
from lgnet.network.models import ActionLine, Edition, Organisation, Partnership, Site


@transaction.atomic
def load_shipped() -> None:
    """Bring editions, organisations, partnerships and public sites to what the shipped files say. Repeatable.

    Run as the owner after each migration; rows that partners added or changed by other names stay.
    """
    for row in shipped.editions():
        values = {"name": row.name, "starts_on": row.starts_on, "ends_on": row.ends_on, "fund": row.fund_it}
        Edition.objects.update_or_create(code=row.code, defaults=values | {"source": "\n".join(row.source)})
    for body in shipped.organisations():
        Organisation.objects.update_or_create(
            code=body.code,
            defaults={
                "name": body.name_it,
                "short_name": body.short_name,
                "kind": body.kind,
                "belfiore": body.belfiore,
                "istat": body.istat,
                "region": body.region,
                "latitude": body.lat,
                "longitude": body.lon,
                "note": body.note,
            },
        )
    _load_partnerships()


def _load_partnerships() -> None:
    editions = {edition.code: edition for edition in Edition.objects.all()}
    bodies = {body.code: body for body in Organisation.objects.all()}
    lines: dict[tuple[str, str], list[str]] = {}
    for line in shipped.partner_action_lines():
        if line.line in ActionLine.values:
            lines.setdefault((line.edition, line.organisation), []).append(line.line)
    for row in shipped.partnerships():
        facts = {"role": row.role, "is_new": row.is_new, "source": "\n".join(row.source)}
        published = sorted(lines.get((row.edition, row.organisation), []))
        Partnership.objects.update_or_create(
            edition=editions[row.edition],
            organisation=bodies[row.organisation],
            defaults=facts,
            create_defaults=facts | {"lines": published},  # later the direction keeps them
        )
    for site in shipped.sites():
        values = {"kind": site.kind, "address": site.address, "opening_hours": site.hours_it}
        Site.objects.get_or_create(partner=bodies[site.organisation], name=site.name_it, defaults=values)
