# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of services: the first of a name makes the service, each of them a place where it is given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from lgnet.catalogue.models import InterventionType
from lgnet.directory.hours_text import UnreadableHours, read_hours
from lgnet.directory.models import Cost, SheetRun
from lgnet.directory.opening import Slot
from lgnet.directory.sheets.lines import Line, lines_of, missing_columns
from lgnet.directory.sheets.wrong import Wrong
from lgnet.directory.words import DOCUMENTS, document, kind_name, locale_of
from lgnet.imports.targets import folded
from lgnet.people.languages import OTHERS, SPOKEN


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """What one line says: the facts of the service, and of a place where it names one."""

    line: int
    facts: Mapping[str, object]
    place: Mapping[str, object] | None
    week: Sequence[Slot]


def read_services(
    run: SheetRun, *, types: Iterable[InterventionType], taken: Iterable[str], city: str
) -> tuple[list[ServiceLine], list[Wrong]]:
    """The lines that can be written, and what is wrong or left out; `taken`: names of services that exist."""
    wrong: list[Wrong] = [*missing_columns(run)]
    if wrong:
        return [], wrong
    kinds = _kinds(types)
    exists = {name.casefold() for name in taken}
    found: list[ServiceLine] = []
    places: dict[tuple[str, str], int] = {}
    for line in lines_of(run):
        read = _read(line, kinds, city)
        key = (str(read.facts["name"]).casefold(), str((read.place or {}).get("name", "")).casefold())
        if key[0] in exists:
            line.complain(
                "name", _("Your partner has this service already: the line is left out."), is_remark=True
            )
        elif key in places:
            told = {"other": places[key]}
            line.complain("place", _("The same service in the same place is on line %(other)s.") % told)
        places.setdefault(key, line.number)
        wrong += line.wrong
        if not line.wrong:
            found.append(read)
    return found, wrong


def _read(line: Line, kinds: Mapping[str, str], city: str) -> ServiceLine:
    facts: dict[str, object] = {"name": " ".join(line.needed("name", 120).split())}
    kind = line.one_of(
        "kind", kinds, _('"%(value)s" is not a type of the catalogue: write its code or its name.')
    )
    if not kind and not line.text("kind"):
        line.needed("kind")
    facts |= {"kind": kind, "is_mobile": kind == "ACC02", "provider": line.text("provider", 120)}
    facts |= {name: line.text(name) for name in ("summary", "eligibility")}
    facts["documents"] = line.some_of(
        "documents",
        _documents(),
        _('"%(value)s" is not a document of the list: write it in the description.'),
    )
    facts["languages"] = line.some_of(
        "languages",
        _languages(),
        _('"%(value)s" is not a language we know: write its name or its code, such as fr.'),
    )
    facts |= {"phone": line.text("phone", 40), "capacity_note": line.text("capacity_note", 200)}
    facts["email"] = _valid(line, "email", validate_email, _('"%(value)s" is not an e-mail address.'))
    not_web = _('"%(value)s" is not an address of the web: write https://...')
    facts["website"] = _valid(line, "website", URLValidator(["http", "https"]), not_web)
    facts["cost"] = (
        line.one_of("cost", _costs(), _('"%(value)s": write gratis, contributo or a pagamento.')) or "free"
    )
    place, week = _place(line, city), _week(line)
    if week and place is None:
        line.complain("place", _("Hours without a place: write its name and its street."))
    return ServiceLine(line.number, facts, place, week)


def _valid(line: Line, target: str, check: object, sentence: str) -> str:
    text = line.text(target)
    try:
        if text and callable(check):
            check(text)
    except ValidationError:
        line.complain(target, sentence % {"value": text[:40]})
        return ""
    return text


def _place(line: Line, city: str) -> Mapping[str, object] | None:
    name, address = line.text("place", 120), line.text("address")
    if not name and not address:
        return None
    if not address:
        line.complain("address", _("Write the street too."))
    postcode = line.text("postcode", 10)
    if postcode and not (postcode.isdecimal() and postcode.isascii() and len(postcode) == 5):
        line.complain("postcode", _("Five figures, such as 16124."))
    latitude, longitude = line.coordinates()
    return {
        "name": name or address[:120], "address": address, "city": line.text("city", 60) or city,
        "postcode": postcode, "latitude": latitude, "longitude": longitude,
    }  # fmt: skip


def _week(line: Line) -> list[Slot]:
    week = []
    for number in range(7):
        try:
            week += read_hours(line.text(f"day_{number}"), number)
        except UnreadableHours as problem:
            line.complain(f"day_{number}", str(problem))
    return week


def _kinds(types: Iterable[InterventionType]) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for row in types:
        names = (
            row.code,
            row.label_it,
            row.label_en,
            kind_name(row.code, "it", ""),
            kind_name(row.code, "en", ""),
        )
        known |= {folded(name): row.code for name in names if name}
    return known


@lru_cache(maxsize=1)
def _documents() -> Mapping[str, str]:
    names = [(code, code) for code in DOCUMENTS]
    names += [(document(code, language), code) for code in DOCUMENTS for language in ("it", "en")]
    return {folded(name): code for name, code in names}


@lru_cache(maxsize=1)
def _languages() -> Mapping[str, str]:
    codes = (*SPOKEN, *OTHERS)
    known = {folded(code): code for code in codes}
    for language in ("en", "it"):
        names = locale_of(language).languages
        known |= {folded(str(names[code])): code for code in codes if code in names}
    return known


def _costs() -> Mapping[str, str]:
    words = {"gratis": Cost.FREE, "gratuito": Cost.FREE, "free": Cost.FREE, "no": Cost.FREE,
             "contributo": Cost.CONTRIBUTION, "contribution": Cost.CONTRIBUTION, "a pagamento": Cost.PAID,
             "pagamento": Cost.PAID, "paid": Cost.PAID}  # fmt: skip
    return {name: str(code) for name, code in words.items()}
