# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is written of the public site outside of its editing pages: its first pages, its counters, what is due."""

import logging
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, connection, transaction
from wagtail.models import Collection, Locale, Page, Revision, Site, Workflow, WorkflowPage, WorkflowTask

from lgnet.core.clock import now, today
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.ui.public import LANGUAGES
from lgnet.website.models import NationTask, SitePage

log = logging.getLogger(__name__)
PAGES = Path(__file__).parent / "data" / "pages"
SECTIONS = ("network", "news", "press", "privacy", "accessibility", "legal")
NAMESPACE = uuid.UUID(
    "8c1f7f6e-2a0b-4f0e-9a45-0c6a5b7f1d30"
)  # the same page has the same key in every installation
STEP = Page.steplen


def load_site() -> None:
    """The trees of all languages with their first pages, and the way from a partner to the nation. Idempotent."""
    locales = {
        code: Locale.objects.get_or_create(language_code=lang.tag.lower())[0]
        for code, lang in LANGUAGES.items()
    }
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    root = Page.get_first_root_node()
    if root is None:
        root = Page.add_root(instance=Page(title="LGNET", slug="root", locale=locales["it"]))
    known = set(Page.objects.values_list("url_path", flat=True))
    for code in LANGUAGES:
        _load_language(root, code, locales[code], known)
    _load_partners(locales["it"], known)
    Page.fix_tree()
    if not Site.objects.exists():
        home = Page.objects.get(url_path="/it/")
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="LGNET")
    if not Workflow.objects.exists():
        _load_workflow(root)


def _load_language(root: Page, code: str, locale: Locale, known: set[str]) -> None:
    path = PAGES / f"{code}.toml"
    texts = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if not texts:
        return
    if f"/{code}/" not in known:
        add_pages(root, locale, [_page(code, "home", texts["home"], SitePage.Kind.HOME)])
    home = Page.objects.get(url_path=f"/{code}/")
    new = [name for name in SECTIONS if name in texts and f"/{code}/{name}/" not in known]
    add_pages(home, locale, [_page(name, name, texts[name], SitePage.Kind.TEXT) for name in new])


def _load_partners(locale: Locale, known: set[str]) -> None:
    network = Page.objects.get(url_path="/it/network/")
    partners = list(editions.local_partners())
    new = [partner for partner in partners if f"/it/network/{partner.code}/" not in known]
    add_pages(network, locale, [_of_partner(partner) for partner in new])


def _of_partner(partner: Organisation) -> SitePage:
    words = {"title": partner.short_name, "summary": "", "body": ""}
    page = _page(partner.code, f"partner-{partner.code}", words, SitePage.Kind.PARTNER)
    page.partner = partner
    return page


def _page(slug: str, key: str, words: Mapping[str, str], kind: str) -> SitePage:
    return SitePage(
        slug=slug,
        title=words["title"],
        draft_title=words["title"],
        summary=words["summary"],
        body=words["body"],
        kind=kind,
        translation_key=uuid.uuid5(NAMESPACE, key),
    )


def add_pages(parent: Page, locale: Locale, pages: Iterable[SitePage]) -> list[SitePage]:
    """Published pages below another, in two statements however many: for what is shipped and for the demo."""
    pages, at = list(pages), now()
    content_type = ContentType.objects.get_for_model(SitePage)
    first = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count() + 1
    for number, page in enumerate(pages, start=first):
        page.path = Page._get_path(parent.path, parent.depth + 1, number)  # noqa: SLF001 - treebeard's own counting
        page.depth, page.numchild = parent.depth + 1, 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale, page.content_type, page.live, page.has_unpublished_changes = (
            locale,
            content_type,
            True,
            False,
        )
        page.first_published_at = page.first_published_at or at
        page.last_published_at = page.last_published_at or page.first_published_at
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    rows = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in names}) for page in pages])
    for row, page in zip(rows, pages, strict=True):
        page.pk = page.page_ptr_id = row.pk
        page.id = row.pk
    _insert_own(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=first - 1 + len(pages))
    return pages


def _insert_own(pages: list[SitePage]) -> None:
    """The columns of our own table: Django cannot write many rows of a table that extends another."""
    fields = list(SitePage._meta.local_concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    holes = ", ".join(["%s"] * len(fields))
    rows = [
        [field.get_db_prep_save(getattr(page, field.attname), connection) for field in fields]
        for page in pages
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"insert into website_sitepage ({columns}) values ({holes})", rows)  # noqa: S608 - our names


def _load_workflow(root: Page) -> None:
    task = NationTask.objects.create(name="Approvazione nazionale")
    workflow = Workflow.objects.create(name="Comunicazione nazionale")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)


def count_views(counts: Mapping[str, int]) -> None:
    """Add to the counters of today's pages. One statement."""
    if not counts:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        day = today()
        cursor.executemany("select website_count(%s, %s, %s)", [(path, day, n) for path, n in counts.items()])


def publish_planned(revision: Revision) -> bool:
    """Publish what editors planned for now; one that cannot be published stays as it is and stops no other."""
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except (DatabaseError, ObjectDoesNotExist, ValidationError):
        log.exception("site: revision %s could not be published", revision.pk)
        return False
    return True


def withdraw_expired(page: Page) -> bool:
    """Take a page from the public whose last moment is over; as above."""
    try:
        with transaction.atomic():
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except (DatabaseError, ObjectDoesNotExist, ValidationError):
        log.exception("site: page %s could not be withdrawn", page.pk)
        return False
    return True
