# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers, addresses and dates of birth by their form. Italian habits first; English, French and German words too."""

import re
from collections.abc import Iterator

from lgnet.people import tax_code
from lgnet.people.guard.passages import Kind, Passage
from lgnet.people.match_keys import HEALTH_CODE

_SEP = r"[ .\-]?"
TAX_CODE = re.compile(
    rf"(?<!\w)[a-z]{{3}}{_SEP}[a-z]{{3}}{_SEP}[\dl-v]{{2}}[a-ehlmprst][\dl-v]{{2}}{_SEP}[a-z][\dl-v]{{3}}{_SEP}[a-z](?!\w)",
    re.IGNORECASE,
)
ELEVEN = re.compile(r"(?<![\w.,/-])\d{11}(?![\w-]|[.,]\d)")
OF_A_FIRM = re.compile(
    r"(?:p\.? ?iva|partita iva|vat|cig|cup|iban|protocollo|prot\.)\W{0,12}$", re.IGNORECASE
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OF_AN_OFFICE = re.compile(
    r"^(?:info|urp|segreteria|protocollo|pec|ufficio|servizi|sociale|sportello|formazione|stampa|privacy|dpo|help"
    r"|supporto|assistenza|contatti|comune|direzione|progetto|lgnet)[\w.+-]*@",
    re.IGNORECASE,
)
# Italian numbers with a prefix or a leading 0 or 3, eight to eleven digits in all; any number after a plus.
PHONE = re.compile(
    r"(?<![\w/.,+-])(?:(?:(?:\+|00)39[ .-]?)?(?:0\d|3\d)(?:[ ./-]?\d){6,9}|\+(?!39)\d{1,3}(?:[ ./()-]{0,2}\d){7,12})"
    r"(?![\w/-]|[.,]\d)"
)
DOCUMENT = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,2} ?\d{7,9}[A-Z]?|[A-Z]{2} ?\d{5} ?[A-Z]{2})(?![\w/-])")
_SAID_TO_BE = (
    r"(?:permess[oi](?: di soggiorno)?|pds|titolo di soggiorno|soggiorno|passaporto|passport|passeport|reisepass"
    r"|titre de séjour|residence permit|aufenthaltstitel|carta d[’']identità|documento|ricevuta|assicurata|vestanet"
    r"|pratica)"
)
SAID_DOCUMENT = re.compile(
    rf"{_SAID_TO_BE}(?: (?:di|della|postale|numero))*[ :]*(?:n\.?[°º]?|nr\.?|num\.?|numero|number|no\.?|nummer|numéro)?"
    r"[ :]*(?P<number>(?=[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d)[A-Z0-9]{6,14})(?!\w|/\d)",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember)"
)
DATE = re.compile(
    rf"(?<![\w/])(?:\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?P<a>\d{{4}}|\d\d)|\d{{1,2}}[°º.]? {_MONTHS} (?P<b>\d{{4}})"
    r"|(?P<c>\d{4})-\d\d-\d\d)(?![\w/-])",
    re.IGNORECASE,
)
BORN = re.compile(
    r"(?:\bnat[oaie]\b|\bnascita\b|\bn\. ?il\b|\bborn\b|\bbirth\b|\bgeboren\w*|\bgeb\.|\bnée?\b|\bnaissance\b"
    r"|\bd\.?o\.?b\b)[^.;\n]{0,40}$",
    re.IGNORECASE,
)
OF_A_LAW = re.compile(
    r"(?:legge|decreto|d\.? ?lgs|d\.? ?l\.|dpr|d\.p\.r|circolare|regolamento|direttiva|sentenza|delibera|determina"
    r"|bando|gazzetta|convenzione|accordo|protocollo|costituzione)[^;\n]{0,25}$",
    re.IGNORECASE,
)
GROWN_UP_BEFORE = 2008  # a bare date as old as this is more likely a birth than a meeting


def numbers_and_addresses(text: str) -> Iterator[Passage]:
    """Everything that is told by its form. Overlaps are possible: the caller keeps the more certain."""
    for pattern, kind in ((TAX_CODE, Kind.TAX_CODE), (HEALTH_CODE, Kind.HEALTH_CODE)):
        for match in pattern.finditer(text):
            yield Passage(match.start(), match.end(), kind)
    for match in EMAIL.finditer(text):
        if not OF_AN_OFFICE.match(match[0]):
            yield Passage(match.start(), match.end(), Kind.EMAIL)
    yield from _eleven_digits_and_telephones(text)
    yield from _documents(text)
    yield from _births(text)


def _eleven_digits_and_telephones(text: str) -> Iterator[Passage]:
    """Eleven digits are a provisional tax code, the number of a firm, or a telephone."""
    of_firms = set[tuple[int, int]]()
    for match in ELEVEN.finditer(text):
        if OF_A_FIRM.search(text[: match.start()][-30:]):
            of_firms.add(match.span())
        elif _is_provisional(match[0]):
            yield Passage(match.start(), match.end(), Kind.PROVISIONAL_TAX_CODE)
    for match in PHONE.finditer(text):
        if match.span() not in of_firms and not DATE.fullmatch(match[0]):
            yield Passage(match.start(), match.end(), Kind.PHONE)


def _is_provisional(digits: str) -> bool:
    parsed = tax_code.parse(digits)
    return isinstance(parsed, tax_code.TaxCode) and parsed.kind is tax_code.Kind.PROVISIONAL


def _documents(text: str) -> Iterator[Passage]:
    for match in DOCUMENT.finditer(text):
        if not OF_A_FIRM.search(text[: match.start()][-30:]):
            yield Passage(match.start(), match.end(), Kind.DOCUMENT)
    for match in SAID_DOCUMENT.finditer(text):
        yield Passage(match.start("number"), match.end("number"), Kind.DOCUMENT)


def _births(text: str) -> Iterator[Passage]:
    for match in DATE.finditer(text):
        before = text[: match.start()][-60:]
        year = next(group for group in match.groups() if group)
        is_old = len(year) == 4 and 1900 < int(year) < GROWN_UP_BEFORE
        if BORN.search(before) or (is_old and not OF_A_LAW.search(before)):
            yield Passage(match.start(), match.end(), Kind.BIRTH_DATE)
