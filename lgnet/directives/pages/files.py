# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The answers as a table for a spreadsheet, and a circular on paper."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import ROME
from lgnet.directives.models import Directive
from lgnet.directives.pages.directive import NationSide, to_whom
from lgnet.directives.words import blocks
from lgnet.interop.sheets import CellOut, Column, write_csv
from lgnet.ui import paper

COLUMNS = (
    Column(gettext_lazy("Circular"), 12),
    Column(gettext_lazy("Partner"), 22),
    Column(gettext_lazy("Coordinators"), 30),
    Column(gettext_lazy("Must read"), 10),
    Column(gettext_lazy("Have read"), 10),
    Column(gettext_lazy("Taken note on"), 17),
    Column(gettext_lazy("Taken note by"), 22),
    Column(gettext_lazy("Answer"), 40),
    Column(gettext_lazy("Answered on"), 17),
    Column(gettext_lazy("Answered by"), 22),
)


def answers_csv(directive: Directive, side: NationSide) -> bytes:
    """One row for each partner, whether it answered or not."""
    rows: list[Sequence[CellOut]] = [
        (
            directive.code,
            row.addressee.partner.short_name,
            ", ".join(one.name for one in row.people.coordinators),
            row.people.members,
            row.people.readers,
            row.addressee.acknowledged_at,
            row.addressee.acknowledged_by.name if row.addressee.acknowledged_by else "",
            row.addressee.answer,
            row.addressee.answered_at,
            row.addressee.answered_by.name if row.addressee.answered_by else "",
        )
        for row in sorted(side.rows, key=lambda row: row.addressee.partner.short_name)
    ]
    return b"".join(write_csv(COLUMNS, rows))


def on_paper(directive: Directive, files: Sequence[str], *, language: str) -> bytes:
    """The circular as tagged PDF."""
    issued = directive.issued_at.astimezone(ROME).date() if directive.issued_at else None
    said = [
        (_("To"), to_whom(directive)),
        (_("Kind"), str(Directive.Kind(directive.kind).label)),
        (_("Issued on"), f"{issued:%d/%m/%Y}" if issued else _("Draft")),
        (_("Due by"), f"{directive.due_on:%d/%m/%Y}" if directive.due_on else ""),
        (_("The question"), directive.question),
        (_("Files"), ", ".join(files)),
    ]
    data = {
        "issuer": _("National direction of the network"),
        "title": _("Circular %(code)s") % {"code": directive.code}
        if directive.code
        else _("Circular (draft)"),
        "subject": directive.subject,
        "facts": [{"label": label, "value": value} for label, value in said if value],
        "warning": str(Directive.State(directive.state).label)
        if directive.state in {Directive.State.WITHDRAWN, Directive.State.REPLACED, Directive.State.DRAFT}
        else "",
        "blocks": [
            {"kind": block.kind, "lines": list(block.lines), "start": block.start}
            for block in blocks(directive.text)
        ],
    }
    return paper.render("directives/paper/circular.typ", data, language=language)
