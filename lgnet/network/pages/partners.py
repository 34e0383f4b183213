# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The partners of each edition, and one of them: what is published, and what the direction keeps."""

from dataclasses import dataclass

from django.forms import Form

from lgnet.core.authz import Verdict
from lgnet.network import policies, queries, shipped
from lgnet.network.models import ActionLine, DataAgreement, Edition, Organisation, Partnership, Site
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in the list of an edition."""

    partnership: Partnership
    lines: list[str]
    sites: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """Everybody who takes part in an edition."""

    edition: Edition
    editions: list[Edition]
    partners: list[PartnerRow]
    others: list[Partnership]
    unpublished: int


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A place as the public knows it, or as the partner has added it."""

    name: str
    kind: str
    address: str
    hours: str


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """One organisation in all its editions."""

    organisation: Organisation
    partnerships: list[tuple[Partnership, list[str]]]
    sites: list[SiteRow]
    agreements: list[DataAgreement]
    has_valid_agreement: bool
    may_edit: Verdict
    form: Form | None = None
    agreement_form: Form | None = None


def line_names(partnership: Partnership) -> list[str]:
    """The action lines in words, in their usual order; none where nothing was published."""
    return [str(line.label) for line in ActionLine if line.value in partnership.lines]


def partners_page(code: str) -> PartnersPage:
    """The partners of an edition; an unknown code shows the present one."""
    editions = list(Edition.objects.order_by("-starts_on"))
    edition = next((e for e in editions if e.code == code), editions[0])
    rows = list(
        Partnership.objects.filter(edition=edition)
        .select_related("organisation", "edition")
        .order_by("organisation__short_name")
    )
    is_first = edition == editions[-1]  # where everybody is new, nobody is
    announced = [site.organisation for site in shipped.sites()]
    partners = [
        PartnerRow(row, line_names(row), announced.count(row.organisation.code), row.is_new and not is_first)
        for row in rows
        if row.role == Partnership.Role.LOCAL_PARTNER
    ]
    others = [row for row in rows if row.role != Partnership.Role.LOCAL_PARTNER]
    return PartnersPage(edition, editions, partners, others, sum(not row.lines for row in partners))


def partner_page(
    by: Worker, organisation: Organisation, *, form: Form | None = None, agreement_form: Form | None = None
) -> PartnerPage:
    """One organisation; the forms are those of the direction."""
    rows = organisation.partnerships.select_related("edition").order_by("-edition__starts_on")
    agreements = list(organisation.data_agreements.order_by("-valid_from", "kind"))
    return PartnerPage(
        organisation=organisation,
        partnerships=[(row, line_names(row)) for row in rows],
        sites=_sites(organisation),
        agreements=agreements,
        has_valid_agreement=queries.valid_agreements().filter(organisation=organisation).exists(),
        may_edit=policies.edit_partnership(by),
        form=form,
        agreement_form=agreement_form,
    )


def _sites(organisation: Organisation) -> list[SiteRow]:
    """What was announced to the public; a partner's own people see their own places as well."""
    found = {
        site.name_it: SiteRow(
            site.name_it, str(Site.Kind(site.kind.value).label), site.address, site.hours_it
        )
        for site in shipped.sites()
        if site.organisation == organisation.code
    }
    for own in Site.objects.filter(partner=organisation, closed_on=None):
        found[own.name] = SiteRow(own.name, str(own.get_kind_display()), own.address, own.opening_hours)
    return sorted(found.values(), key=lambda site: site.name)
