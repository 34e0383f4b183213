# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public pages: their languages, how a view gets its language from its address, how an answer may be kept.

An address of a public page begins with its language (`/ar/help/`). Such a page is for everybody alike: it looks at no
session, sets no cookie and varies by nothing, so that anybody may keep it. Staff pages go on in Italian or English.

    path("<language:lang>/help/", views.help_, name="help")

    @public_page
    def help_(request: HttpRequest, lang: str) -> HttpResponse:
        return render(request, "directory/public/help.html", {"page": help_page(lang)})
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, Literal, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, register_converter, reverse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from lgnet.core.authz import visitors

Direction = Literal["ltr", "rtl"]
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Language:
    """A language of public pages: its code in addresses, its tag (BCP 47), what its readers call it."""

    code: str
    tag: str
    name: str
    direction: Direction = "ltr"


# The languages that every public page has, in the order of the menu.
LANGUAGES: Mapping[str, Language] = {
    language.code: language
    for language in (
        Language("it", "it", "Italiano"),
        Language("en", "en", "English"),
        Language("fr", "fr", "Français"),
        Language("es", "es", "Español"),
        Language("ar", "ar", "العربية", "rtl"),
        Language("uk", "uk", "Українська"),
        Language("bn", "bn", "বাংলা"),
        Language("ur", "ur", "اردو", "rtl"),
        Language("zh", "zh-Hans", "中文"),
    )
}
# Languages of minorities: some pages are written in them, the frame of the site is not.
CONTENT_ONLY: Mapping[str, Language] = {
    "de": Language("de", "de", "Deutsch"),
    "sl": Language("sl", "sl", "Slovenščina"),
}
DEFAULT = LANGUAGES["it"]


class LanguageConverter:
    """`<language:lang>` in an address: one of the languages that every public page has."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LanguageConverter, "language")


def language_of(path: str) -> Language | None:
    """The language that an address begins with; None where it is not one of a public page."""
    first, slash, _rest = path.removeprefix("/").partition("/")
    return LANGUAGES.get(first) if slash else None


def preferred(accepted: str) -> Language:
    """The first public language that a browser asks for (its Accept-Language), else Italian."""
    for tag, _weight in parse_accept_lang_header(accepted):
        found = LANGUAGES.get(tag.partition("-")[0])
        if found is not None:
            return found
    return DEFAULT


def to_preferred(request: HttpRequest, rest: str) -> HttpResponse:
    """On to a public page, by its address without the language, in the language that the browser asks for."""
    language = preferred(request.headers.get("Accept-Language", ""))
    answer = HttpResponseRedirect(f"/{language.code}/{rest}")
    answer.headers["Cache-Control"] = "private, max-age=0"
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


DRAWN = ("/widgets", "/cards", "/qr")  # what is made of a public page: its language stands behind these


def _language_of_address(path: str) -> Language | None:
    for prefix in DRAWN:
        if path.startswith(f"{prefix}/"):
            return language_of(path.removeprefix(prefix))
    return language_of(path)


def in_language(path: str, language: Language) -> str:
    """The same public page in another language."""
    _empty, _code, rest = path.split("/", 2)
    return f"/{language.code}/{rest}"


class LanguageOfTheAddress:
    """The language of a request: that of its address, or of whoever works here (Italian or English)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        public = _language_of_address(request.path_info)
        tag = public.tag.lower() if public else _of_staff(request)
        with translation.override(tag):
            request.LANGUAGE_CODE = tag
            response = self.get_response(request)
        if public is None:
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", public.tag if public else tag)
        return response


def _of_staff(request: HttpRequest) -> str:
    offered = dict(settings.STAFF_LANGUAGES)
    asked = [request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")]
    asked += [tag for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", ""))]
    codes = [tag.lower().partition("-")[0] for tag in asked]
    return next((code for code in codes if code in offered), settings.LANGUAGE_CODE)


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page to read, the same for everybody: anybody may keep it, and asks each time whether it still stands."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return kept_by_anybody(request, view(request, *args, **kwargs))

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", visitors(require_safe(answer)))


IN_A_FRAME = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors *"
)


def widget_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A small page that others may show inside of theirs, and the only kind that they may: no script, no form."""
    shown = public_page(view)

    @wraps(shown)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = shown(request, *args, **kwargs)
        response.headers["Content-Security-Policy"] = IN_A_FRAME
        return response

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", xframe_options_exempt(answer))


def stands_for(response: HttpResponse, seconds: float) -> None:
    """Say how long a page is true at most, where it speaks of now: it is not kept in memory for longer."""
    setattr(response, STANDS, seconds)


# Anybody may keep it, and asks each time whether it still stands: what is corrected or withdrawn is gone at once.
ASKED_EACH_TIME = "public, max-age=0, must-revalidate"
STANDS = "_stands_for"  # seconds; read by lgnet.website.keeping


def kept_by_anybody(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with its fingerprint, so that whoever has it already gets a 304 and nothing else."""
    if response.status_code != 200:
        return response
    response.headers.setdefault("Cache-Control", ASKED_EACH_TIME)
    if not response.has_header("ETag"):
        response.headers["ETag"] = f'W/"{_fingerprint(response.content)}"'
    kept = get_conditional_response(request, response.headers["ETag"], None, response)
    return kept if isinstance(kept, HttpResponse) else response


def _fingerprint(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one of its languages."""

    language: Language
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu of the public site."""

    url: str
    label: str | Promise
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a public page: its language, its other languages, the menus, its lasting address."""

    language: Language
    versions: list[Version]
    menu: list[Entry]
    foot: list[Entry]
    site: str
    canonical: str
    home: str
    path: str  # without its slashes at both ends, as in the addresses of its square code and its card


# Names of addresses, each with its language as the only argument; what is not there yet is left out.
MENU: tuple[tuple[str, Promise], ...] = (
    ("directory:help", pgettext_lazy("public menu", "Find help")),
    ("website:network", pgettext_lazy("public menu", "The network")),
    ("website:news", pgettext_lazy("public menu", "News")),
    ("society:events", pgettext_lazy("public menu", "Events")),
    ("website:practices", pgettext_lazy("public menu", "Practices")),
    ("website:contacts", pgettext_lazy("public menu", "Contacts")),
)
# Pages that show what somebody wrote, in the languages they are written in.
WRITTEN_IN = {"website:practices": frozenset({"it", "en"})}
FOOT: tuple[tuple[str, Promise], ...] = (
    ("website:partners", pgettext_lazy("public menu", "Who we are")),
    ("website:numbers", pgettext_lazy("public menu", "Open data")),
    ("website:transparency", pgettext_lazy("public menu", "Transparency")),
    ("society:offers", pgettext_lazy("public menu", "Offer a home or help")),
    ("website:press", pgettext_lazy("public menu", "Press")),
    ("mediakit:public", pgettext_lazy("public menu", "Media kit")),
    ("society:feedback", pgettext_lazy("public menu", "Feedback and complaints")),
    ("website:accessibility", pgettext_lazy("public menu", "Accessibility")),
    ("website:privacy", pgettext_lazy("public menu", "Privacy")),
    ("website:legal", pgettext_lazy("public menu", "Legal notes")),
)


def frame(request: HttpRequest, versions: Mapping[str, str] | None = None) -> Frame:
    """The frame of a page. `versions`: addresses by language where the page is not in all of them."""
    language = language_of(request.path_info) or DEFAULT
    known = versions if versions is not None else _everywhere(request.path_info)
    return Frame(
        language=language,
        versions=[
            Version(each, known[code], current=each is language)
            for code, each in {**LANGUAGES, **CONTENT_ONLY}.items()
            if code in known
        ],
        menu=_entries(MENU, language, request.path_info),
        foot=_entries(FOOT, language, request.path_info),
        site=settings.SITE_ADDRESS,
        canonical=settings.SITE_ADDRESS + request.path_info,
        home=f"/{language.code}/",
        path=request.path_info.strip("/"),
    )


def _everywhere(path: str) -> dict[str, str]:
    if language_of(path) is None:
        return {}
    return {code: in_language(path, each) for code, each in LANGUAGES.items()}


def _entries(names: tuple[tuple[str, Promise], ...], language: Language, path: str) -> list[Entry]:
    found = []
    for name, label in names:
        if language.code not in WRITTEN_IN.get(name, LANGUAGES):
            continue
        try:
            url = reverse(name, args=[language.code])
        except NoReverseMatch:
            continue
        found.append(Entry(url, label, current=path.startswith(url)))
    return found
