# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the public site. Row security: visitors meet published pages only, editors drafts too."""

import datetime as dt
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet, Sum
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from lgnet.core.clock import now, today
from lgnet.network.models import Colleague, Membership, Organisation, Partnership, Site
from lgnet.network.permissions import ROLES, Permission
from lgnet.open_data import queries as open_data
from lgnet.open_data.figures import DATASETS
from lgnet.open_data.models import EVERYBODY, Release, ReleasedCell
from lgnet.ui.public import CONTENT_ONLY, LANGUAGES, Language
from lgnet.website.models import PageViews, PictureSize, SitePage

NEWS_A_PAGE = 12
EVENTS = re.compile(r"/[a-z]{2}/events/(?:(?P<slug>[-\w]+)/)?$")  # pages that say how many places are free
LONGEST_WAY = 5  # redirects one after another
# Of a picture: what only editors read, and only they may.
NOT_FOR_VISITORS = ("image__release_kept_at", "image__uploaded_by_user")
CODES = {language.tag.lower(): code for code, language in {**LANGUAGES, **CONTENT_ONLY}.items()}


def live() -> QuerySet[SitePage]:
    """Published pages with their partner, picture and language; none whose last moment is over."""
    rows: QuerySet[SitePage] = SitePage.objects.filter(Q(expire_at=None) | Q(expire_at__gt=now()), live=True)
    return rows.select_related("partner", "image", "locale").defer(*NOT_FOR_VISITORS)


def page_at(path: str) -> SitePage | None:
    """The published page at an address."""
    return live().filter(url_path=path).first()


def versions_of(page: SitePage) -> dict[str, str]:
    """The addresses of a page by language, only where it is published."""
    rows = live().filter(translation_key=page.translation_key)
    found = dict(rows.values_list("locale__language_code", "url_path"))
    return {CODES[tag]: path for tag, path in found.items() if tag in CODES}


def news(language: Language, *, partner_id: uuid.UUID | None = None) -> QuerySet[SitePage]:
    """News in a language, the newest first."""
    rows = live().filter(kind=SitePage.Kind.NEWS, locale__language_code=language.tag.lower())
    if partner_id is not None:
        rows = rows.filter(partner=partner_id)
    return rows.prefetch_related("image__renditions").order_by("-first_published_at", "-id")


def partner_page(language: Language, partner_id: uuid.UUID) -> SitePage | None:
    """What a partner says of itself in a language."""
    rows = live().filter(
        kind=SitePage.Kind.PARTNER, partner=partner_id, locale__language_code=language.tag.lower()
    )
    return rows.exclude(body="").first()


def children(page: SitePage) -> list[SitePage]:
    """Published texts below a page, in their order."""
    rows = live().filter(path__startswith=page.path, depth=page.depth + 1, kind=SitePage.Kind.TEXT)
    return list(rows.order_by("path"))


def operations() -> list[Partnership]:
    """Every participation in every edition, for the list of operations. One query."""
    rows = Partnership.objects.select_related("organisation", "edition")
    return list(rows.order_by("-edition__starts_on", "role", "organisation__short_name"))


def sites(partners: Sequence[Organisation]) -> list[Site]:
    """The public places of these partners. One query."""
    rows = Site.objects.filter(partner__in=partners, is_public=True, closed_on=None)
    return list(rows.select_related("partner").order_by("partner__short_name", "kind", "name"))


@dataclass(frozen=True, slots=True)
class Number:
    """A protected figure that was published: of the whole network, or of one partner."""

    dataset: str
    value: int


def numbers(scope: str = EVERYBODY) -> tuple[Release | None, list[Number]]:
    """The totals of the latest release, in the order of the catalogue. Two queries."""
    release = open_data.published().first()
    if release is None:
        return None, []
    cells = ReleasedCell.objects.filter(
        table__release=release, partner=scope, sex=EVERYBODY, age_band=EVERYBODY, value__isnull=False
    )
    found = dict(cells.values_list("table__dataset", "value"))
    return release, [Number(slug, value) for slug in DATASETS if (value := found.get(slug))]


def numbers_by_partner() -> tuple[Release | None, dict[tuple[str, str], int]]:
    """The latest release: the total of each partner and dataset that may be shown. Two queries."""
    release = open_data.published().first()
    if release is None:
        return None, {}
    cells = ReleasedCell.objects.filter(
        table__release=release, sex=EVERYBODY, age_band=EVERYBODY, value__isnull=False
    )
    rows = cells.exclude(partner=EVERYBODY).values_list("partner", "table__dataset", "value")
    return release, {(partner, dataset): value for partner, dataset, value in rows if value is not None}


def redirect_from(path: str) -> str | None:
    """Where an older address leads in the end, if that is public; None where it leads in a circle. Few queries."""
    seen: set[str] = set()
    at, found = path, None
    while (step := Redirect.normalise_path(at)) not in seen and len(seen) < LONGEST_WAY:
        seen.add(step)
        row = Redirect.objects.filter(old_path=step).first()
        if row is None:
            return found
        if row.redirect_page_id is not None:
            return live().filter(pk=row.redirect_page_id).values_list("url_path", flat=True).first()
        at = found = row.redirect_link.removeprefix(settings.SITE_ADDRESS) or "/"
        if not at.startswith("/") or at.startswith("//"):
            return found  # to somebody else's site, whatever stands at the same path of ours
    return None


def is_shown(file: str) -> bool:
    """Whether a file is a picture that may be shown today. One query."""
    return bool(PictureSize.objects.filter(file=file).exists())


def edition(path: str = "") -> int:
    """The mark under which a page is kept; may be asked by the log-in role, before anybody acts.

    It is how often what is public has changed; for a page of events, joined with how many have a place and wait.
    """
    events = EVENTS.match(path)
    with connection.cursor() as cursor:
        if events is None:
            cursor.execute("select website_edition()")
        else:
            cursor.execute("select website_edition() # website_places(%s)", [events["slug"] or ""])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def everything_live() -> list[SitePage]:
    """All published pages, for the site maps. One query."""
    return list(live().exclude(depth__lte=1).order_by("path"))


def most_opened(days: int = 30, limit: int = 15) -> list[tuple[str, int]]:
    """The pages opened most in the last days, for editors. One query."""
    rows = PageViews.objects.filter(day__gt=today() - dt.timedelta(days=days)).values("path")
    summed = rows.annotate(times=Sum("number")).order_by("-times", "path")
    return [(row["path"], row["times"]) for row in summed[:limit]]


def due_revisions() -> list[Revision]:
    """What was approved to go out by now, the earliest first. Asked by a job."""
    return list(Revision.objects.filter(approved_go_live_at__lte=now()).order_by("approved_go_live_at", "pk"))


def expired_pages() -> list[Page]:
    """Public pages whose last moment is over. Asked by a job."""
    return list(Page.objects.filter(live=True, expire_at__lte=now()).order_by("expire_at", "pk"))


def written_page(page_id: int) -> SitePage | None:
    """A page, published or not, for whoever edits the site."""
    found: SitePage | None = SitePage.objects.select_related("partner").filter(pk=page_id).first()
    return found


def own_pages(partner_id: uuid.UUID) -> list[SitePage]:
    """A partner's own page in each language that has one, for its editors. One query."""
    rows = SitePage.objects.filter(kind=SitePage.Kind.PARTNER, partner=partner_id)
    return list(rows.select_related("locale").order_by("path"))


def colleague(user_id: uuid.UUID | None) -> Colleague | None:
    """Somebody who works here."""
    return Colleague.objects.filter(pk=user_id).first() if user_id else None


def who_publishes(body: uuid.UUID) -> list[tuple[str, Colleague]]:
    """Who may publish for the nation in a body today, with their role; asked by a job for one body after another."""
    roles = [code for code, role in ROLES.items() if Permission.SITE_PUBLISH in role.permissions]
    members = Membership.objects.valid_now().filter(organisation=body, role__in=roles)
    return [(one.role, one.user) for one in members.select_related("user").order_by("user__name")]


@dataclass(frozen=True, slots=True)
class InWorkflow:
    """A page between a partner and the nation: its number, what it is called, whose or why, since when."""

    page: int
    title: str
    note: str
    since: dt.datetime


def waiting(limit: int) -> list[InWorkflow]:
    """Pages that wait for the nation, the oldest first. Asked by the nation; one query of a function."""
    return _in_workflow("select page, title, partner, since from website_waiting(%s)", limit)


def sent_back(limit: int) -> list[InWorkflow]:
    """Pages of the partner acting now that came back with a remark. One query of a function."""
    return _in_workflow("select page, title, remark, since from website_sent_back(%s)", limit)


def _in_workflow(sql: str, limit: int) -> list[InWorkflow]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [limit])
        return [InWorkflow(*row) for row in cursor.fetchall()]
