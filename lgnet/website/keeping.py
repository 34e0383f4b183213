# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public pages kept in the memory of each web process, and how often each was opened.

A kept page stands under the number of changes of what is public (`website_edition()`), which the database raises in
the transaction that publishes: once that is committed, no process gives the older page any more. The number is asked
at every request, outside of any transaction; it costs less than a tenth of drawing a page. Pages of events say how
many places are free: there the numbers of places are asked too (`website_places`), so that no registration has to
raise a number for which all others would wait.
"""

import gzip
import logging
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.ui.public import STANDS, language_of
from lgnet.website import actions, queries

log = logging.getLogger(__name__)
LARGEST, MEMORY = 400_000, 48_000_000  # bytes of one page, of all pages of a process
SECONDS = 60  # longest life of a page: some of them say what is open now
WITHOUT_LANGUAGE = ("/cards/", "/qr/", "/widgets/", "/sitemap.xml", "/robots.txt")
FLUSH_AFTER, FLUSH_SECONDS = 500, 30
GetResponse = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was given, plain and compressed, with its headers."""

    edition: int
    until: float
    headers: tuple[tuple[str, str], ...]
    plain: bytes
    zipped: bytes

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.zipped)


class Shelf:
    """The kept pages of this process, the least asked for thrown away first."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory, self._used = memory, 0
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, path: str, edition: int) -> Kept | None:
        """The page, if it still stands."""
        with self._lock:
            found = self._pages.get(path)
            if found is None or found.edition != edition or found.until < time.monotonic():
                return None
            self._pages.move_to_end(path)
            return found

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._pages.clear()
            self._used = 0

    def put(self, path: str, page: Kept) -> None:
        """Keep a page in place of its former self."""
        with self._lock:
            former = self._pages.pop(path, None)
            self._used += page.size - (former.size if former else 0)
            self._pages[path] = page
            while self._used > self._memory:
                _path, oldest = self._pages.popitem(last=False)
                self._used -= oldest.size


class Tally:
    """How often pages were opened since it was last written down; a number for each page, nothing else."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock, self._since = threading.Lock(), time.monotonic()

    def add(self, path: str) -> None:
        """One more; now and then all are written down together."""
        with self._lock:
            self._counts[path] += 1
            is_due = self._counts.total() >= FLUSH_AFTER or time.monotonic() - self._since > FLUSH_SECONDS
        if is_due:
            self.flush()

    def flush(self) -> None:
        """Write down what was counted; on trouble it is counted again later."""
        with self._lock:
            counts, self._counts, self._since = self._counts, Counter(), time.monotonic()
        try:
            with acting_as(PUBLIC):
                actions.count_views(counts)
        except DatabaseError:
            log.warning("Counters of pages were not written")
            with self._lock:
                self._counts.update(counts)


SHELF, TALLY = Shelf(), Tally()


class KeptPages:
    """Gives a public page from memory while it stands; outermost of what touches the database."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _may_be_kept(request):
            return self.get_response(request)
        path = request.path_info
        try:
            edition = queries.edition(path)
        except DatabaseError:
            return self.get_response(request)  # which says so
        kept = SHELF.take(path, edition)
        if kept is None:
            response = self.get_response(request)
            kept = _kept(response, edition)
            if kept is None:
                return response
            SHELF.put(path, kept)
        if request.method == "GET" and dict(kept.headers).get("Content-Type", "").startswith("text/html"):
            TALLY.add(path)
        return _given(request, kept)


def _may_be_kept(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"} or request.META.get("QUERY_STRING"):
        return False
    path = request.path_info
    if path[3:9] == "/help/":  # says where the van is at this minute, and a stop that was just cancelled
        return False
    return language_of(path) is not None or path.startswith(WITHOUT_LANGUAGE)


def _kept(response: HttpResponseBase, edition: int) -> Kept | None:
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    is_public = response.headers.get("Cache-Control", "").startswith("public")
    if not is_public or response.has_header("Vary") or len(response.content) > LARGEST:
        return None
    headers = tuple((name, value) for name, value in response.items() if name != "Content-Length")
    zipped = gzip.compress(response.content, 6, mtime=0) if len(response.content) > 500 else b""
    life = min(SECONDS, getattr(response, STANDS, SECONDS))
    return Kept(edition, time.monotonic() + life, headers, response.content, zipped)


def _given(request: HttpRequest, kept: Kept) -> HttpResponse:
    response = HttpResponse()
    for name, value in kept.headers:
        response.headers[name] = value
    if kept.zipped:
        patch_vary_headers(response, ["Accept-Encoding"])
    if request.headers.get("If-None-Match") == response.headers.get("ETag"):
        response.status_code = 304
        del response.headers["Content-Type"]
        return response
    if kept.zipped and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.content = kept.zipped
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.content = kept.plain
    return response


class EditingPolicy:
    """The library's editing pages write scripts and styles into the page and show pictures before they are sent."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith("/site-admin/"):
            setattr(  # noqa: B010 - where django-csp looks for it
                response,
                "_csp_update",
                {
                    "script-src": ["'self'", "'unsafe-inline'"],
                    "style-src": ["'self'", "'unsafe-inline'"],
                    "img-src": ["blob:"],
                    "frame-src": ["'self'"],
                    "worker-src": ["'self'", "blob:"],
                },
            )
            setattr(response, "_csp_replace", {"frame-ancestors": ["'self'"]})  # noqa: B010 - its preview
        return response
