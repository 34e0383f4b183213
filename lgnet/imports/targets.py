# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a column of a spreadsheet can be, and how offices that speak Italian, English or French call it."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Target:
    """One thing a column can hold. `called`: names seen in real files, folded; the first letters do not do."""

    code: str
    label: str | Promise
    group: str | Promise
    called: str


_WHO, _PAPERS, _REACH, _PATH = _("Who the person is"), _("Papers"), _("How to reach them"), _("Path")

TARGETS: Mapping[str, Target] = {
    target.code: target
    for target in (
        Target("given_name", _("Given name"), _WHO,
               "nome|given name|first name|forename|prenom|name|nome proprio"),
        Target("family_name", _("Family name"), _WHO,
               "cognome|family name|last name|surname|nom|nom de famille|cognomi"),
        Target("native_name", _("Name in the original script"), _WHO,
               "nome in caratteri originali|nome originale|native name|original name|nom original"),
        Target("known_as", _("Called by"), _WHO, "detto|soprannome|alias|nickname|known as|surnom|chiamato"),
        Target("sex", _("Sex"), _WHO, "sesso|genere|sex|gender|sexe|genre|m f"),
        Target("birth_date", _("Date of birth"), _WHO,
               "data di nascita|data nascita|nato il|birth date|date of birth|dob|birthdate|date de naissance"
               "|nascita|ne le|anno di nascita|year of birth"),
        Target("birth_place", _("Place of birth"), _WHO,
               "luogo di nascita|luogo nascita|comune di nascita|nato a|birth place|place of birth|birthplace"
               "|lieu de naissance|citta di nascita"),
        Target("birth_country", _("Country of birth"), _WHO,
               "paese di nascita|stato di nascita|nazione di nascita|country of birth|birth country"
               "|pays de naissance"),
        Target("citizenship", _("Citizenship"), _WHO,
               "cittadinanza|nazionalita|paese di provenienza|paese|citizenship|nationality|nationalite|country"
               "|pays|paese di origine|country of origin"),
        Target("languages", _("Languages"), _WHO,
               "lingue|lingua|lingua madre|language|languages|langue|langues|mother tongue"),
        Target("arrived_on", _("Arrived in Italy on"), _WHO,
               "data di arrivo|arrivo in italia|in italia dal|arrival date|arrived on|date d arrivee"),
        Target("tax_code", _("Tax code (also provisional)"), _PAPERS,
               "codice fiscale|cf|c f|cod fiscale|tax code|taxcode|fiscal code|code fiscal"),
        Target("document", _("Document number (other)"), _PAPERS,
               "documento|numero documento|n documento|document|document no|document number|id number"
               "|numero de document|documento di identita|document n"),
        Target("passport", _("Passport"), _PAPERS,
               "passaporto|numero passaporto|passport|passport number|passeport"),
        Target("residence_permit", _("Residence permit"), _PAPERS,
               "permesso di soggiorno|numero permesso|n permesso|permesso|pds|residence permit|permit number"
               "|titre de sejour"),
        Target("identity_card", _("Identity card"), _PAPERS,
               "carta di identita|carta d identita|numero carta identita|identity card|id card|carte d identite"),
        Target("stp", _("STP code"), _PAPERS, "stp|codice stp"),
        Target("vestanet", _("Vestanet number"), _PAPERS, "vestanet|codice vestanet|numero vestanet"),
        Target("stay_status", _("Status of stay (code or name)"), _PAPERS,
               "titolo di soggiorno|tipo permesso|tipo di permesso|motivo del soggiorno|motivo|status of stay"
               "|permit type|type of permit|statut"),
        Target("stay_expires_on", _("Stay: expires on"), _PAPERS,
               "scadenza|scadenza permesso|data scadenza|scade il|expires on|expiry date|expiry|date d expiration"),
        Target("phone", _("Telephone"), _REACH,
               "telefono|cellulare|tel|cell|numero di telefono|recapito|phone|mobile|phone number|telephone"),
        Target("email", _("E-mail"), _REACH, "email|e mail|mail|posta elettronica|courriel"),
        Target("household", _("Household number or name"), _PATH,
               "nucleo|nucleo familiare|famiglia|household|family|menage|id nucleo|famille"),
        Target("registered_on", _("Registered on"), _PATH,
               "data registrazione|registrato il|data di inserimento|registered on|registration date"
               "|date d enregistrement"),
        Target("opened_on", _("Taken in charge on"), _PATH,
               "presa in carico|data presa in carico|preso in carico il|data pic|taken in charge on|opened on"
               "|case opened|prise en charge"),
        Target("manager", _("Case manager (e-mail address)"), _PATH,
               "case manager|assistente sociale|operatore|referente|responsabile|manager"),
    )
}  # fmt: skip

_BY_NAME = {name: target.code for target in TARGETS.values() for name in target.called.split("|")}
_NOT_WORDS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """The name of a column as compared: small ASCII letters and single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return _NOT_WORDS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def guess(header: Iterable[str]) -> dict[str, str]:
    """Which column is which target, by its name alone: column name -> target code. Each target once."""
    found: dict[str, str] = {}
    for name in header:
        code = _BY_NAME.get(folded(name)) or (folded(name).replace(" ", "_") if name else "")
        if code in TARGETS and code not in found.values():
            found[name] = code
    return found


def signature(header: Iterable[str]) -> str:
    """What a header is recognised by next time: its names in their order, whatever the capitals."""
    return hashlib.sha256("\n".join(folded(name) for name in header).encode()).hexdigest()
