# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue of columns: each with its code, its title in both languages, where its value comes from, its form.

The titles stand here in both languages, not in the translations: the sheet is read by the fund's system, whose
language is Italian whoever makes the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lgnet.direction.indicators import Wording
from lgnet.snapshots.models import Sheet


class Form(StrEnum):
    """How a value is written."""

    TEXT = "text"
    CODE = "code"  # a code of a list, never a number for a spreadsheet
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class ColumnKind:
    """A column that a sheet may have. `source` is the row and field, or the rule, that its value comes from."""

    code: str
    title: Wording
    source: str
    form: Form = Form.TEXT
    names_somebody: bool = False


def _column(
    code: str, it: str, en: str, source: str, form: Form = Form.TEXT, *, names: bool = False
) -> ColumnKind:
    return ColumnKind(code, Wording(it, en), source, form, names)


_ABOUT_THE_CUTOFF = (
    _column("snapshot", "Chiusura", "Cut-off", "Snapshot.code", Form.CODE),
    _column("cutoff_on", "Dati al", "Data as of", "Snapshot.cutoff_on", Form.DAY),
)
_INDICATORS = (
    *_ABOUT_THE_CUTOFF,
    _column("indicator", "Codice indicatore", "Indicator", "Result.indicator", Form.CODE),
    _column("indicator_name", "Indicatore", "Name of the indicator", "FrozenDefinition.text: name"),
    _column("definition", "Definizione", "Definition", "FrozenDefinition.indicator and version", Form.CODE),
    _column("unit", "Unità di misura", "Unit", "FrozenDefinition.text: unit"),
    _column("partner", "Codice partner", "Code of the partner", "Organisation.code", Form.CODE),
    _column("partner_name", "Partner", "Partner", "Organisation.short_name"),
    _column("sex", "Genere", "Gender", "Result.sex: M, F, N (CPR Annex VII)", Form.CODE),
    _column(
        "age_band", "Fascia d’età", "Age band", "Result.age_band: <18, 18-60, >60 (Annex VIII)", Form.CODE
    ),
    _column("line", "Linea d’azione", "Action line", "Result.line", Form.CODE),
    _column("planned", "Valore programmato", "Planned value", "Result of measure planned", Form.NUMBER),
    _column("achieved", "Valore raggiunto", "Value achieved", "Result of measure achieved", Form.NUMBER),
)
_COUNTED = (
    *_ABOUT_THE_CUTOFF,
    _column("indicator", "Codice indicatore", "Indicator", "the indicator of the sheet", Form.CODE),
    _column("person", "Codice della persona", "Code of the person", "short form of the pseudonym", Form.CODE),
    _column("partner", "Codice partner", "Code of the partner", "CountingFact.partner", Form.CODE),
    _column("sex", "Genere", "Gender", "CountingFact.sex", Form.CODE),
    _column("age_band", "Fascia d’età", "Age band", "CountingFact.age_band", Form.CODE),
    _column("counted_on", "Contata dal", "Counted since", "CountingFact.occurred_on", Form.DAY),
    _column(
        "identity", "Identificazione", "Identification", "CountingFact.is_weak: weak or strong", Form.CODE
    ),
)
_RECIPIENTS = (
    *_ABOUT_THE_CUTOFF,
    _column("partner", "Codice partner", "Code of the partner", "Organisation.code", Form.CODE),
    _column("person_code", "Codice scheda", "Code of the file", "Person.code", Form.CODE, names=True),
    _column("family_name", "Cognome", "Family name", "Person.family_name", names=True),
    _column("given_name", "Nome", "Given name", "Person.given_name", names=True),
    _column("sex", "Genere", "Gender", "Person.sex: M, F, N", Form.CODE),
    _column(
        "birth_date", "Data di nascita", "Date of birth", "Person.birth_date, as precise as known", Form.DAY
    ),
    _column("birth_known", "Data di nascita: precisione", "Known of the date", "Person.birth_precision"),
    _column("age_band", "Fascia d’età", "Age band", "CountingFact.age_band, frozen (CNT-5)", Form.CODE),
    _column(
        "birth_country", "Paese di nascita", "Country of birth", "Person.birth_country, ISO 3166", Form.CODE
    ),
    _column("citizenships", "Cittadinanza", "Citizenship", "Person.citizenships, ISO 3166", Form.CODE),
    _column(
        "tax_code", "Codice fiscale", "Tax code", "Identifier.value of a tax code", Form.CODE, names=True
    ),
    _column("stay", "Titolo di soggiorno", "Status of stay", "StayStatus on the counting day", Form.CODE),
    _column("stay_document", "Documento di soggiorno", "Document of stay", "StayStatus.document"),
    _column("permit", "Numero del permesso", "Permit", "Identifier.value of a permit", Form.CODE, names=True),
    _column(
        "receipt", "Numero della ricevuta", "Receipt", "Identifier.value of a receipt", Form.CODE, names=True
    ),
    _column("stay_issued_on", "Rilasciato il", "Issued on", "StayStatus.issued_on", Form.DAY),
    _column("stay_expires_on", "Scade il", "Expires on", "StayStatus.expires_on", Form.DAY),
    _column("stay_no_expiry", "Scadenza: perché manca", "No expiry because", "StayStatus.expiry_missing"),
    _column(
        "renewal_on", "Rinnovo chiesto il", "Renewal asked on", "StayStatus.renewal_requested_on", Form.DAY
    ),
    _column("counted_on", "Primo servizio il", "First service on", "CountingFact.occurred_on", Form.DAY),
    _column("lines", "Linee d’azione", "Action lines", "CountingFact.lines", Form.CODE),
    _column("evidence", "Prova", "Evidence", "FactSubject.evidence: kind and id of the row", Form.CODE),
    _column(
        "notice_on", "Informativa consegnata il", "Notice given on", "PrivacyNotice.delivered_on", Form.DAY
    ),
)
CATALOGUE: Mapping[str, tuple[ColumnKind, ...]] = {
    Sheet.INDICATORS: _INDICATORS,
    Sheet.COUNTED: _COUNTED,
    Sheet.RECIPIENTS: _RECIPIENTS,
}
# Without these a line of the sheet says nothing to whoever reads it.
NEEDED: Mapping[str, frozenset[str]] = {
    Sheet.INDICATORS: frozenset({"snapshot", "indicator", "achieved"}),
    Sheet.COUNTED: frozenset({"snapshot", "person"}),
    Sheet.RECIPIENTS: frozenset({"snapshot"}),
}


@dataclass(frozen=True)
class Placed:
    """A column in its place, with the title it bears there."""

    kind: ColumnKind
    title: str


def as_shipped(sheet: str) -> tuple[Placed, ...]:
    """Every column of the catalogue in its order, with the Italian titles."""
    return tuple(Placed(kind, kind.title.it) for kind in CATALOGUE[sheet])


def placed(sheet: str, columns: Sequence[Sequence[str]]) -> tuple[Placed, ...]:
    """The columns as a layout keeps them: code and title. What the catalogue no longer knows is left out."""
    kinds = {kind.code: kind for kind in CATALOGUE[sheet]}
    return tuple(
        Placed(kinds[code], title or kinds[code].title.it) for code, title in columns if code in kinds
    )
