# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may open the library's editing pages, and as which role of the database they run.

The library asks Django's groups; here what somebody may do hangs on their membership. So its answers are given
beforehand, for this request only: the partner's officer writes below the partner's own pages, the nation everywhere.
Its pages run as `lgnet_editor` or `lgnet_publisher`, roles that can read no table about people.
"""

from itertools import product
from typing import Any

from django.contrib.auth.models import Permission as DjangoPermission
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import Actor, DbRole, become
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.website.models import SitePage

WRITES = ("add_page", "change_page")
PUBLISHES = (*WRITES, "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
IMAGES = ("add_image", "choose_image")
LIBRARY = frozenset({"wagtailadmin.access_admin", "wagtailimages.add_image", "wagtailimages.choose_image"})
NATION = frozenset(
    {
        "wagtailimages.change_image", "wagtailimages.delete_image", "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect", "wagtailredirects.delete_redirect",
        "simple_translation.submit_translation",
    }
)  # fmt: skip


def admit(request: HttpRequest, worker: Worker) -> Actor:
    """The role in which a page of the library runs; raises Refused. Writes on the user what the library asks it."""
    if not worker.may(Permission.SITE_WRITE):
        raise Refused(_("Your role does not include writing for the public site."))
    publishes = worker.may(Permission.SITE_PUBLISH)
    actor = Actor(DbRole.PUBLISHER if publishes else DbRole.EDITOR, worker.partner_id, worker.user.pk)
    become(actor)
    _answer_beforehand(request.user, worker, publishes=publishes)
    return actor


def _answer_beforehand(user: Any, worker: Worker, *, publishes: bool) -> None:
    user.granted = LIBRARY | {Permission.SITE_WRITE}
    if publishes:
        user.granted |= NATION | {Permission.SITE_PUBLISH}
        pages = list(Page.objects.filter(depth=1))
    else:
        own = SitePage.objects.filter(kind=SitePage.Kind.PARTNER, partner=worker.partner_id)
        pages = [page.page_ptr for page in own.select_related("page_ptr")]
        user.granted |= {"simple_translation.submit_translation"}
    codes = PUBLISHES if publishes else WRITES
    user._page_permission_cache = [  # noqa: SLF001 - the place where the library keeps its own answer
        GroupPagePermission(pk=-number, page=page, permission=DjangoPermission(codename=code))
        for number, (page, code) in enumerate(product(pages, codes), start=1)
    ]
    root = list(Collection.objects.filter(depth=1))
    codes_of_images = (*IMAGES, "change_image", "delete_image") if publishes else IMAGES
    user._collection_permission_cache = [  # noqa: SLF001 - the same
        GroupCollectionPermission(pk=-number, collection=each, permission=DjangoPermission(codename=code))
        for number, (each, code) in enumerate(product(root, codes_of_images), start=1)
    ]
