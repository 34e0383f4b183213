# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the check of a file found: where, how serious, and the sentence for the person who sent it.

Kept as code and parameters, so that it can be shown later and in another language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.interop.sheets.problems import MESSAGES as SHEET_MESSAGES
from lgnet.interop.sheets.problems import Problem

KEPT = 2_000  # of a run: nobody reads more, and all are counted

MESSAGES: Mapping[str, str | Promise] = {
    **SHEET_MESSAGES,
    "name_missing": _("Nobody is named on this row: write at least a name."),
    "too_long": _("Longer than %(limit)s characters."),
    "sex_unknown": _('"%(value)s" is not understood: write F, M or N, or leave it empty.'),
    "country_unknown": _('"%(value)s" is not a country we know: write its name or its code, such as GN.'),
    "status_unknown": _('"%(value)s" is not a status of stay of the list: write its code or its name.'),
    "birth_in_future": _("The date of birth is in the future."),
    "birth_too_early": _("The date of birth is before 1900."),
    "date_in_future": _("This day is still to come."),
    "date_not_whole": _('Write day, month and year: "%(value)s" is not a whole date.'),
    "opened_too_early": _("Taken in charge before the registration."),
    "phone_unknown": _('"%(value)s" is not a telephone number.'),
    "email_unknown": _('"%(value)s" is not an e-mail address.'),
    "language_unknown": _('"%(value)s" is not a language we know: write its name or its code, such as fr.'),
    "manager_unknown": _("Nobody with this e-mail address works on cases here."),
    "number_wrong": _("%(text)s It is kept as another number, to be corrected in the person's file."),
    "number_unusual": "%(text)s",
    "twice_in_file": _("The same %(what)s is on row %(other)s: perhaps the same person twice."),
    "in_register": _("Somebody with the same %(what)s is already registered: perhaps the same person."),
}
WHAT: Mapping[str, str | Promise] = {
    "tax_code": _("tax code"),
    "document": _("document number"),
    "name_and_date": _("name and date of birth"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `line` 0 is the whole file; a warning does not stop the import."""

    line: int
    column: str
    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    is_warning: bool = False

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """A problem of the file as it was read."""
        return cls(problem.line, problem.column, problem.code, problem.params)

    @classmethod
    def stored(cls, row: list[Any]) -> Self:
        """As `kept` wrote it."""
        return cls(*row)

    def kept(self) -> list[Any]:
        """As a run stores it. The text of a lazy sentence is fixed here, in the language of who imports."""
        params = {
            name: value if isinstance(value, int) else str(value) for name, value in self.params.items()
        }
        return [self.line, self.column, self.code, params, self.is_warning]

    def where(self, titles: Mapping[str, str]) -> str:
        """The column as people find it: its letter with its title, where the title is still known."""
        title = titles.get(self.column, "")
        return f"{self.column} · {title}" if title else self.column

    @property
    def message(self) -> str:
        """The sentence in the language now active."""
        params = dict(self.params)
        if "what" in params:
            params["what"] = str(WHAT[str(params["what"])])
        return str(MESSAGES[self.code]) % {"line": self.line, **params}
