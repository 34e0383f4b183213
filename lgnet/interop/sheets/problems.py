# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a file, in sentences for the person who sent it.

A problem stores a code and parameters, not a sentence: it can be kept and shown later in another language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MESSAGES: Mapping[str, str | Promise] = {
    # the file
    "file_empty": _("The file is empty."),
    "file_too_big": _(
        "The file is %(size)s MB; the most we can read is %(limit)s MB. Split it into several files."
    ),
    "file_pdf": _("This is a PDF, even if its name says otherwise. Send the spreadsheet it was made from."),
    "file_old_excel": _("This file is in the old Excel format (.xls). Open it and save it as .xlsx or .csv."),
    "file_password": _(
        "The file is protected by a password. Open it, remove the password, save it and send it again."
    ),
    "file_html": _(
        "This is a web page, even if its name says otherwise. Open it in a spreadsheet and save it as .xlsx."
    ),
    "file_unknown": _("This is not a spreadsheet we can read. Save it as .xlsx, .ods or .csv."),
    "file_broken": _(
        "The file is damaged and cannot be opened. Open it in a spreadsheet, save it again and send it."
    ),
    "gzip_too_big": _("Once expanded the file exceeds %(limit)s MB. Split it into several files."),
    "gzip_broken": _("The compressed file is damaged or cut short. Make it again."),
    # the workbook
    "zip_bomb": _(
        "Once expanded this file would be %(size)s MB, far more than a spreadsheet of this kind should "
        "be: we do not open it."
    ),
    "zip_entries": _("The file has %(count)s parts inside; a spreadsheet has a few tens. We do not open it."),
    "workbook_memory": _(
        "The sheet is too large to open, or has stray cells very far down or to the right. Delete the "
        "empty rows and columns, or save it as .csv."
    ),
    "worksheet_unknown": _('There is no sheet called "%(name)s". The sheets are: %(names)s.'),
    # text
    "encoding_invalid": _(
        "At line %(line)s, byte %(byte)s, there is a character that cannot be read. Save the file as CSV "
        "UTF-8."
    ),
    "encoding_mixed": _(
        "The file mixes two ways of writing accented letters (the first at line %(line)s, byte %(byte)s). "
        "Save it again as CSV UTF-8."
    ),
    "null_byte": _("Line %(line)s holds binary data: this is not a text file, or it is damaged."),
    "line_too_long": _("Line %(line)s is longer than %(limit)s characters: this does not look like a table."),
    "cell_too_long": _("The cell holds more than %(limit)s characters."),
    "quote_unclosed": _(
        "A quotation mark opened at row %(line)s is never closed: everything after it would end up in one "
        "cell."
    ),
    # the header
    "header_missing": _("We found no row with the names of the columns in the first %(rows)s rows."),
    "header_not_names": _(
        'Cell %(cell)s holds "%(value)s", a value and not the name of a column: the row with the names '
        "of the columns is missing."
    ),
    "header_merged": _(
        "Cell %(cell)s, in the row with the names of the columns, is merged with others. Unmerge it and "
        "give every column its own name."
    ),
    "header_twice": _(
        'Columns %(first)s and %(second)s are both called "%(name)s". Give them different names.'
    ),
    "header_too_wide": _("The table has more than %(limit)s columns."),
    "too_many_lines": _("The file has more than %(limit)s lines below the names of the columns. Split it."),
    "header_only": _("The file has the names of the columns but no row below them."),
    # cells
    "value_without_column": _(
        'This cell holds "%(value)s" but its column has no name, or the row has too many cells.'
    ),
    "formula_text": _('The text begins with "%(start)s" as a formula does. Write the value itself.'),
    "formula_without_value": _(
        "The formula has no computed value. Open the file in a spreadsheet, save it and send it again."
    ),
    "cell_error": _("The spreadsheet shows an error (such as #N/A) instead of a value."),
    "cell_merged": _(
        "The cell is merged with others, so it is not clear which rows it belongs to. Unmerge it."
    ),
    # dates
    "date_unreadable": _('"%(value)s" is not a date we understand. Write it as 31/12/1990, 12/1990 or 1990.'),
    "date_impossible": _('"%(value)s" is a day that does not exist.'),
    "date_month_first": _('"%(value)s" seems to have the month before the day. Write day/month/year.'),
    "date_short_year": _('"%(value)s" has a year of two digits. Write all four.'),
    "date_out_of_range": _('The year in "%(value)s" is not between %(first)s and %(last)s.'),
    "date_is_number": _(
        '"%(value)s" is a number: give the column the date format in the spreadsheet, or write 31/12/1990.'
    ),
    # writing
    "export_too_long": _(
        "A spreadsheet holds at most %(limit)s rows. Narrow the filters or choose the CSV format."
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, and where.

    `line` 0 means the whole file; `column` is a letter, or empty for a whole line.
    """

    line: int
    column: str
    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in the language now active."""
        return str(MESSAGES[self.code]) % {"line": self.line, **self.params}

    @property
    def where(self) -> str:
        """The place in words, in the language now active; empty for the whole file."""
        if self.line and self.column:
            return gettext("Row %(line)s, column %(column)s") % {"line": self.line, "column": self.column}
        if self.line:
            return gettext("Row %(line)s") % {"line": self.line}
        return ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class SheetRefused(Exception):
    """The file cannot be read at all, or no further; `problem` says why to the person."""

    def __init__(self, code: str, *, line: int = 0, column: str = "", **params: str | int) -> None:
        self.problem = Problem(line, column, code, params)
        super().__init__(code)

    def __str__(self) -> str:
        return str(self.problem)
