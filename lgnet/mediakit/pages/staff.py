# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What who keeps the media kit sees: what is missing, the register, the assets, the nation's view."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.authz import Verdict as Allowed
from lgnet.core.clock import today
from lgnet.mediakit import policies, queries, rules
from lgnet.mediakit.making.designs import SHOWS
from lgnet.mediakit.models import Check, Product, ProductKind, Verdict, Version
from lgnet.mediakit.queries import PAGE
from lgnet.mediakit.worklist import Task, tasks
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

LOOKS = {
    Verdict.NONE: "waiting",
    Verdict.PASSED: "approved",
    Verdict.BROKEN: "refused",
    Verdict.UNSURE: "missing",
}
STATE_LOOKS = {"draft": "draft", "published": "active", "replaced": "closed", "withdrawn": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Line:
    """A product in a list."""

    product: Product
    look: str
    word: str
    proofs: int


@dataclass(frozen=True, slots=True)
class Making:
    """A kind that the generator makes."""

    kind: str
    label: str | Promise
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """What is missing, what can be made, what was made last."""

    may_make: Allowed
    tasks: Sequence[Task]
    has_sites: bool
    makings: Sequence[Making]
    products: Sequence[Line]
    is_nation: bool


def line(product: Product) -> Line:
    """A product with its verdict in words."""
    verdict = Verdict(product.verdict)
    return Line(product, LOOKS[verdict], str(verdict.label), len(product.proofs.all()))


def home_page(by: Worker) -> HomePage:
    """Five queries."""
    sites = [] if policies.is_nation(by) else queries.sites(by.partner_id)
    found = queries.products(by, partner=by.partner_id)[:6]
    return HomePage(
        may_make=policies.make(by),
        tasks=tasks(sites, queries.posters(by.partner_id), today()) if sites else [],
        has_sites=bool(sites),
        makings=[
            Making(kind, ProductKind(kind).label, reverse("mediakit:make", args=[kind])) for kind in SHOWS
        ],
        products=[line(one) for one in found],
        is_nation=policies.is_nation(by),
    )


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register."""

    may_make: Allowed
    lines: Sequence[Line]
    is_nation: bool
    is_over: bool
    is_first: bool
    next_url: str
    here: str


def register_page(by: Worker, asked: Mapping[str, str]) -> RegisterPage:
    """The nation sees every partner's, a partner its own."""
    is_over, place = asked.get("over") == "1", places.moment(asked.get("after", ""))
    found = list(queries.products(by, after=place, is_over=is_over)[: PAGE + 1])
    shown, here = found[:PAGE], reverse("mediakit:products")
    more = f"&after={places.written(shown[-1].made_at, shown[-1].pk)}" if len(found) > PAGE else ""
    return RegisterPage(
        policies.make(by), [line(one) for one in shown], policies.is_nation(by), is_over, place is None,
        f"{here}?over={int(is_over)}{more}" if more else "", here,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as it is shown."""

    rule: str
    rule_words: str | Promise
    look: str
    word: str | Promise
    why: str
    boxes: Sequence[int]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame on the picture of a page, in shares of it, with the number of its rule."""

    number: str
    left: float
    top: float
    width: float
    height: float
    is_bad: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that was looked at, with its frames."""

    url: str
    boxes: Sequence[Box]
    label: str


POINT_LOOKS = {"met": "approved", "broken": "refused", "unknown": "missing", "elsewhere": "closed"}


def points(check: Check) -> list[Point]:
    """The findings of a check in words; what is broken first."""
    order = {"broken": 0, "unknown": 1, "met": 2, "elsewhere": 3}
    found = sorted(rules.read(check.findings), key=lambda one: order[one.outcome])
    return [
        Point(
            one.rule, rules.RULES[one.rule], POINT_LOOKS[one.outcome], rules.OUTCOMES[one.outcome], one.sentence(),
            [where[0] for where in one.where],
        )
        for one in found
    ]  # fmt: skip


def sheets(check: Check) -> list[Sheet]:
    """The pages that were looked at, each with the frames of what was found on it."""
    found = rules.read(check.findings)
    pages = []
    for n, _kept in enumerate(check.pictures):
        boxes = [
            Box(
                one.rule.partition("-")[2], round(100 * where[1], 2), round(100 * where[2], 2),
                round(100 * where[3], 2), round(100 * where[4], 2), one.outcome == rules.Outcome.BROKEN,
            )
            for one in found
            for where in one.where
            if where[0] == n and one.outcome in {rules.Outcome.BROKEN, rules.Outcome.MET}
        ]  # fmt: skip
        url = reverse("mediakit:check_picture", args=[check.pk, n])
        pages.append(Sheet(url, boxes, _("Page %(n)s") % {"n": n + 1}))
    return pages


@dataclass(frozen=True, slots=True)
class ProductPage:
    """One product."""

    product: Product
    may: Allowed
    may_restore: Allowed
    line: Line
    is_own: bool
    check: Check | None
    points: Sequence[Point]
    sheets: Sequence[Sheet]
    showing_form: Form | None
    proof_form: Form | None
    file_form: Form | None
    forms: Sequence[tuple[str, str]]
    public_url: str


def product_page(
    by: Worker,
    product: Product,
    *,
    showing_form: Form | None = None,
    proof_form: Form | None = None,
    file_form: Form | None = None,
) -> ProductPage:
    """With its forms where one may work on it."""
    check = queries.latest_check(product)
    may = policies.work_on(by, product)
    is_public = product.event_id and product.verdict == Verdict.PASSED and product.digest
    return ProductPage(
        product=product,
        may=may,
        may_restore=policies.restore(by, product),
        line=line(product),
        is_own=product.partner_id == by.partner_id,
        check=check,
        points=points(check) if check else [],
        sheets=sheets(check) if check else [],
        showing_form=showing_form if may else None,
        proof_form=proof_form if may else None,
        file_form=file_form if may and not product.is_made_here else None,
        forms=[(form, form.upper()) for form in ("pdf", "png", "svg")] if product.is_made_here else [],
        public_url=reverse("mediakit:announcement", args=[product.pk]) if is_public else "",
    )


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What a look has found."""

    check: Check
    look: str
    word: str
    points: Sequence[Point]
    sheets: Sequence[Sheet]


def check_page(check: Check) -> CheckPage:
    """Whatever it was."""
    verdict = Verdict(check.verdict)
    return CheckPage(check, LOOKS[verdict], str(verdict.label), points(check), sheets(check))


@dataclass(frozen=True, slots=True)
class LookPage:
    """The form of the checker, and what was looked at last."""

    form: Form
    checks: Sequence[tuple[Check, str, str]]


def look_page(by: Worker, form: Form) -> LookPage:
    """Two queries."""
    found = queries.checks(by).filter(product=None)[:10]
    return LookPage(
        form, [(one, LOOKS[Verdict(one.verdict)], str(Verdict(one.verdict).label)) for one in found]
    )


@dataclass(frozen=True, slots=True)
class AssetLine:
    """An asset in the list of who keeps it."""

    version: Version
    look: str
    word: str
    picture: str


@dataclass(frozen=True, slots=True)
class AssetsPage:
    """The assets of one's own body."""

    may_add: Allowed
    lines: Sequence[AssetLine]


def asset_line(version: Version) -> AssetLine:
    """With its picture, which only its body sees while it is a draft."""
    found = queries.thumbnail_of(version)
    picture = reverse("mediakit:own_picture", args=[found]) if found else ""
    return AssetLine(version, STATE_LOOKS[version.state], str(Version.State(version.state).label), picture)


def assets_page(by: Worker) -> AssetsPage:
    """Two queries."""
    return AssetsPage(policies.add(by), [asset_line(one) for one in queries.own_assets(by)[:100]])


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version of an asset."""

    version: Version
    line: AssetLine
    others: Sequence[Version]
    is_own: bool
    may_edit: Allowed
    may_publish: Allowed
    may_withdraw: Allowed
    may_renew: Allowed
    may_stand: Allowed
    facts_form: Form
    release_form: Form
    file_form: Form
    withdraw_form: Form


@dataclass(frozen=True)
class VersionForms:
    """The forms of a version."""

    facts: Form
    release: Form
    file: Form
    withdraw: Form


def version_page(by: Worker, version: Version, given: VersionForms) -> VersionPage:
    """What may be done with it now."""
    every = queries.versions(version)
    is_at_work = any(one.state == Version.State.DRAFT for one in every)
    return VersionPage(
        version=version,
        line=asset_line(version),
        others=[one for one in every if one.pk != version.pk],
        is_own=version.partner_id == by.partner_id,
        may_edit=policies.edit(by, version),
        may_publish=policies.publish(by, version),
        may_withdraw=policies.withdraw(by, version),
        may_renew=policies.new_version(by, version, is_at_work=is_at_work),
        may_stand=policies.stand_for_the_body(by, version),
        facts_form=given.facts,
        release_form=given.release,
        file_form=given.file,
        withdraw_form=given.withdraw,
    )


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner as the nation sees it."""

    partner: Organisation
    places: int
    missing: int
    passed: int
    broken: int
    open: int


@dataclass(frozen=True, slots=True)
class NationPage:
    """Every partner: its places, what is missing there, what its products keep and break."""

    lines: Sequence[PartnerLine]
    tasks: Sequence[Task]
    places: int
    missing: int


def nation_page() -> NationPage:
    """Four queries, however many partners and products there are."""
    sites, shown = queries.every_site(), queries.posters()
    by_site: dict[uuid.UUID, list[Task]] = {}
    todo = tasks(sites, shown, today())
    for task in todo:
        by_site.setdefault(task.site.partner_id, []).append(task)
    tally = queries.tally()
    places_of: dict[uuid.UUID, int] = {}
    for site in sites:
        places_of[site.partner_id] = places_of.get(site.partner_id, 0) + 1
    lines = [
        PartnerLine(
            one, places_of.get(one.pk, 0), len(by_site.get(one.pk, ())), tally.get(one.pk, {}).get("passed", 0),
            tally.get(one.pk, {}).get("broken", 0),
            tally.get(one.pk, {}).get("none", 0) + tally.get(one.pk, {}).get("unsure", 0),
        )
        for one in editions.local_partners()
    ]  # fmt: skip
    return NationPage(lines, todo[:60], len(sites), len(todo))
