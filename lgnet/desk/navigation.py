# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The frame's context: the main menu drawn from what the worker's role permits, the search, the account.

Runs for every page and fragment: it asks the database nothing.
"""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.desk.addresses import address
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.ui.looks import Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: the address, what it is called, and one of the permissions that show it."""

    name: str
    label: str | Promise
    icon: str
    permissions: frozenset[Permission]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is working, as the account menu shows it."""

    name: str
    role: str
    links: tuple[Link, ...]


def _entry(name: str, label: Promise, icon: str, *permissions: Permission) -> Entry:
    return Entry(name, label, icon, frozenset(permissions))


P = Permission
# Doors to what the public sees: in the menu, or rooms of the public for whoever has those.
SERVICES = _entry("directory:list", _("Services"), "map-marker-circle", P.DIRECTORY_EDIT, P.FIGURES_NATION)
MEDIA = _entry("mediakit:home", _("Media kit"), "camera", P.MEDIA_KEEP)
VISIBILITY = _entry("mediakit:nation", _("Visibility"), "camera", P.MEDIA_FOLLOW)
SITE = _entry("wagtailadmin_home", _("Public site"), "pa", P.SITE_WRITE)
PUBLIC = _entry("society:list", _("The public"), "share", P.EVENT_WRITE, P.PUBLIC_FOLLOW)
MENU = (
    _entry("desk:home", _("My day"), "inbox", P.QUEUE_SEE, P.PUBLIC_ANSWER),
    _entry("outreach:list", _("Street"), "map-marker", P.CONTACT_RECORD),
    _entry("people:list", _("People"), "user", P.PERSON_SEE),
    _entry("cases:queue", _("Queue"), "clock", P.QUEUE_SEE),
    _entry("cases:list", _("Cases"), "folder", P.CASE_SEE),
    _entry("imports:list", _("Imports"), "upload", P.PERSON_IMPORT),
    _entry("direction:partner", _("Figures"), "chart-line", P.FIGURES_PARTNER),
    _entry("direction:nation", _("Figures of the network"), "chart-line", P.FIGURES_NATION),
    _entry("network:partners", _("Partners"), "share", P.FIGURES_NATION),
    _entry("network:members", _("Members"), "user", P.MEMBERS_MANAGE),
    _entry("network:access_log", _("Access log"), "list", P.AUDIT_SEE),
    MEDIA,
    VISIBILITY,
    _entry("directives:list", _("Circulars"), "mail", P.DIRECTIVE_READ),
    _entry("training:list", _("Training"), "calendar", P.TRAINING_ATTEND, P.TRAINING_FOLLOW),
    _entry("exchange:list", _("Exchange"), "comment", P.EXCHANGE_PART),
    SERVICES,
    PUBLIC,
    SITE,
)
# The rooms of the single direction: a second line under the menu while one of them is open.
DIRECTION = (
    _entry("direction:partner", _("Figures"), "chart-line", P.FIGURES_PARTNER),
    _entry("direction:nation", _("Figures"), "chart-line", P.FIGURES_NATION),
    _entry("direction:checks", _("Checks"), "check-circle", P.FIGURES_PARTNER, P.FIGURES_NATION),
    _entry("analysis:overview", _("Analysis"), "search", P.FIGURES_PARTNER, P.FIGURES_NATION),
    _entry("quality:overview", _("Data quality"), "check-circle", P.QUALITY_SEE, P.FIGURES_NATION),
    _entry("evidence:overview", _("Evidence"), "file-signed", P.EVIDENCE_SEE, P.FIGURES_NATION),
    _entry("reports:list", _("Reports"), "note", P.FIGURES_PARTNER, P.REPORT_VALIDATE),
    _entry("snapshots:list", _("Cut-offs"), "lock", P.FIGURES_PARTNER, P.FIGURES_NATION),
    _entry("open_data:list", _("Open data"), "share", P.FIGURES_NATION),
    _entry("api:tokens", _("API"), "key", P.API_TOKEN),
)
# The rooms of the exchange between partners: what colleagues ask, what works elsewhere, all that was written down.
EXCHANGE = (
    _entry("exchange:list", _("Questions and discussions"), "comment", P.EXCHANGE_PART),
    _entry("practices:list", _("Practices"), "share", P.PRACTICE_READ),
    _entry("library:search", _("Library"), "search", P.PRACTICE_READ, P.DIRECTIVE_READ),
    _entry("exchange:groups", _("Working groups"), "user", P.EXCHANGE_PART),
    _entry("meetings:list", _("Meetings and visits"), "calendar", P.EXCHANGE_PART),
    _entry("exchange:directory", _("Directory"), "search", P.EXCHANGE_PART),
    _entry("exchange:notices", _("Told to me"), "mail", P.EXCHANGE_PART),
    _entry("exchange:moderation", _("Moderation"), "flag", P.EXCHANGE_MODERATE),
)
# The rooms of learning: the same.
LEARNING = (
    _entry("training:list", _("Training"), "calendar", P.TRAINING_ATTEND, P.TRAINING_FOLLOW),
    _entry("examinations:list", _("Tests"), "pencil", P.EXAM_TAKE),
    _entry("recognition:mine", _("Certificates and credits"), "file-signed", P.CREDIT_KEEP),
    _entry("evaluation:list", _("Evaluation"), "chart-line", P.TRAINING_ATTEND, P.TRAINING_FOLLOW),
)
# The rooms of what the public sees.
COMMUNICATION = (
    PUBLIC,
    _entry("mediakit:home", _("What to do"), "inbox", P.MEDIA_KEEP),
    _entry("mediakit:nation", _("All partners"), "share", P.MEDIA_FOLLOW),
    _entry("mediakit:products", _("Register of products"), "list", P.MEDIA_KEEP, P.MEDIA_FOLLOW),
    _entry("mediakit:look", _("Checker"), "search", P.MEDIA_KEEP),
    _entry("mediakit:assets", _("Assets"), "clip", P.MEDIA_KEEP),
)
# The rooms of what the public is told, asked and answered, with the doors to services, media kit and site.
SOCIETY = (
    _entry("society:list", _("Public events"), "calendar", P.EVENT_WRITE, P.PUBLIC_FOLLOW),
    _entry("society:inbox", _("From the public"), "mail", P.PUBLIC_ANSWER, P.PUBLIC_FOLLOW),
    _entry("society:campaigns", _("Campaigns"), "comment", P.EVENT_WRITE, P.PUBLIC_FOLLOW),
    _entry("society:friends", _("Associations and volunteers"), "user", P.PUBLIC_ANSWER),
    _entry("society:letters", _("Newsletter"), "mail", P.NEWSLETTER_SEND),
    _entry("directory:team", _("Contacts of the team"), "user", P.SITE_WRITE),
    SERVICES,
    MEDIA,
    VISIBILITY,
    SITE,
)
DOORS = (SERVICES, MEDIA, VISIBILITY, SITE, PUBLIC)
SECTIONS = (DIRECTION, EXCHANGE, LEARNING, COMMUNICATION, SOCIETY)
DEMO_ENTRY = _entry("demo:enter", _("Enter as somebody else"), "exchange-circle")
ACCOUNT = (
    _entry("network:choose", _("Change role or partner"), "refresh"),
    _entry("mfa_index", _("Security of the account"), "key"),
)


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context for every page: the links of the menu, the search, the account; a visitor sees none of them."""
    worker: Worker | None = getattr(request, "worker", None)
    frame: dict[str, object] = {
        "worker": worker,
        "navigation": [],
        "section": [],
        "search_url": "",
        "is_demo": settings.DEMO,
    }
    if worker is not None:
        frame["navigation"] = menu(worker, request.path)
        frame["section"] = section(worker, request.path)
        frame["identity"] = account(worker)
        frame["search_url"] = address("desk:search") if worker.may(Permission.PERSON_SEE) else ""
    return frame


def menu(worker: Worker, path: str) -> list[Link]:
    """What the role permits, the page that is open marked; the first of its rooms while any of them is open.

    Whoever has the rooms of the public finds services, media kit and site there: the menu keeps to one row.
    """
    inside = SOCIETY if PUBLIC.permissions & worker.permissions else ()
    links = _links(tuple(entry for entry in MENU if entry not in inside), worker, path)
    rooms = section(worker, path)
    if not rooms or any(link.current for link in links):
        return links
    return [replace(link, current=link.url == rooms[0].url) for link in links]


def section(worker: Worker, path: str) -> list[Link]:
    """The rooms of a section that the role permits, while one of them is open; otherwise nothing."""
    for rooms_of in (_without_doors, tuple):
        for rooms in SECTIONS:
            links = _links(rooms, worker, path)
            if len(links) > 1 and any(link.current for link in _links(rooms_of(rooms), worker, path)):
                return links
    return []


def _without_doors(rooms: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What is behind a door belongs to the section that it leads to, if it has one."""
    return tuple(room for room in rooms if room not in DOORS)


def _links(entries: tuple[Entry, ...], worker: Worker, path: str) -> list[Link]:
    shown = [entry for entry in entries if entry.permissions & worker.permissions]
    addresses = [(entry, url) for entry in shown if (url := _url(entry, worker))]
    opened = max(
        (url for _entry, url in addresses if url == path or (url != "/" and path.startswith(url))),
        key=len,
        default="",
    )
    return [Link(url, entry.label, entry.icon, current=url == opened) for entry, url in addresses]


def _url(entry: Entry, worker: Worker) -> str:
    """Pages about one partner carry its code."""
    return address(entry.name) or address(entry.name, worker.organisation.code)


def account(worker: Worker) -> Identity:
    """The name, the role at the partner, and the pages about oneself."""
    entries = (DEMO_ENTRY, *ACCOUNT) if settings.DEMO else ACCOUNT
    links = tuple(Link(url, entry.label, entry.icon) for entry in entries if (url := address(entry.name)))
    return Identity(worker.user.name, f"{worker.role.name} · {worker.organisation.short_name}", links)
