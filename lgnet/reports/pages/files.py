# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports as files: tagged PDF, figures and texts as XLSX. Each says what it contains, from when, and its hash."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME, now
from lgnet.counting.models import AgeBand, Sex
from lgnet.interop.sheets import CellOut, Column, Manifest, write_xlsx
from lgnet.network.worker import Worker
from lgnet.reports.document import Document
from lgnet.reports.figures import Figures
from lgnet.reports.models import Period
from lgnet.reports.national import NationalReport
from lgnet.reports.pages.figures import shown_lines, shown_waits
from lgnet.reports.pages.reading import ReadPage
from lgnet.reports.questions import Question
from lgnet.reports.waits import Waits
from lgnet.ui import paper

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = ("pdf", "figures.xlsx", "texts.xlsx")


@dataclass(frozen=True)
class ReportFile:
    """A file ready to be sent."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Part:
    """One partner's document, or the network's figures, as rows of a file."""

    who: str
    state: str
    document: Document


def report_file(page: ReadPage, *, by: Worker, kind: str) -> ReportFile:
    """One partner's report as a file."""
    part = Part(page.report.partner.short_name, str(page.state.word), page.document)
    name = f"lgnet-{page.report.partner.code}-{page.report.period.quarter.code}"
    if kind == "pdf":
        return ReportFile(f"{name}.pdf", "application/pdf", _paper("report", partner_paper(page)))
    digest = page.sending.digest if page.sending else ""
    notes = (_("SHA-256 of what was sent: %s") % digest,) if digest and not page.report.is_open else ()
    return _sheet(kind, name, [part], page.report.period, by, notes)


def national_file(report: NationalReport, *, by: Worker, kind: str) -> ReportFile:
    """The network's report as a file."""
    name = f"lgnet-{report.period.quarter.code}"
    if kind == "pdf":
        return ReportFile(f"{name}.pdf", "application/pdf", _paper("national", national_paper(report)))
    parts = [
        Part(each.partner.short_name, each.report.get_state_display(), each.document)
        for each in report.contributions
    ]
    note = _("A person followed by two partners counts in both of them, and once in the network.")
    missing = _("Not sent yet: %s") % (", ".join(each.short_name for each in report.missing) or _("nobody"))
    return _sheet(kind, name, parts, report.period, by, (note, missing), report.figures)


def _sheet(
    kind: str,
    name: str,
    parts: Sequence[Part],
    period: Period,
    by: Worker,
    notes: Sequence[str],
    network: Figures | None = None,
) -> ReportFile:
    what, _dot, _ending = kind.partition(".")
    columns, rows = (
        (_FIGURES, _figure_rows(parts, network)) if what == "figures" else (_TEXTS, _text_rows(parts))
    )
    lines = network.lines if network else [line for part in parts for line in part.document.figures.lines]
    manifest = Manifest(
        title=_("Quarterly report, %s") % period,
        exported_by=f"{by.user.name}, {by.organisation.name}",
        exported_at=now(),
        filters=[(_("Quarter"), str(period)), (_("Partners"), ", ".join(part.who for part in parts))],
        definitions=sorted({(str(line.name), line.label) for line in lines}),
        notes=notes,
    )
    target = BytesIO()
    write_xlsx(target, columns, rows, manifest)
    return ReportFile(f"{name}-{what}.xlsx", XLSX, target.getvalue())


_FIGURES = (
    Column(gettext_lazy("Partner"), 20), Column(gettext_lazy("State"), 22), Column(gettext_lazy("Indicator"), 34),
    Column(gettext_lazy("Definition"), 16), Column(gettext_lazy("As of"), 17), Column(gettext_lazy("Sex"), 16),
    Column(gettext_lazy("Age band"), 16), Column(gettext_lazy("New in the quarter"), 12),
    Column(gettext_lazy("New in the quarter before"), 12), Column(gettext_lazy("In all at its end"), 12),
    Column(gettext_lazy("Planned by its end"), 12), Column(gettext_lazy("Target"), 10),
)  # fmt: skip
_TEXTS = (
    Column(gettext_lazy("Partner"), 20), Column(gettext_lazy("State"), 22), Column(gettext_lazy("Question"), 34),
    Column(gettext_lazy("Text"), 90), Column(gettext_lazy("Origin"), 22), Column(gettext_lazy("Indicator"), 16),
    Column(gettext_lazy("Remedy"), 50), Column(gettext_lazy("By when"), 12),
)  # fmt: skip


def _figure_rows(parts: Sequence[Part], network: Figures | None) -> Iterator[Sequence[CellOut]]:
    sets = [(part.who, part.state, part.document.figures) for part in parts]
    if network is not None:
        sets.append((_("Network (each person once)"), "", network))
    for who, state, figures in sets:
        for line in figures.lines:
            head = (who, state, str(line.name), line.label, figures.as_of)
            yield (
                *head,
                _("All"),
                _("All"),
                line.quarter,
                line.previous,
                line.total,
                line.planned,
                line.target,
            )
            for part in line.parts:
                sex, band = Sex(part.sex).label, AgeBand(part.age_band).label
                yield *head, sex, band, part.quarter, None, part.total, None, part.planned
        if figures.waits:
            yield from _waits_rows(who, state, figures, figures.waits)


def _waits_rows(who: str, state: str, figures: Figures, waits: Waits) -> Iterator[Sequence[CellOut]]:
    within = _("persons within %(n)s days") % {"n": waits.within_days}
    for words, new, whole in (
        (_("persons whose waiting is known"), waits.quarter.persons, waits.total.persons),
        (within, waits.quarter.in_time, waits.total.in_time),
        (_("per cent in time"), waits.quarter.percent, waits.total.percent),
        (_("median of the days"), waits.quarter.median, waits.total.median),
    ):
        head = (who, state, f"{waits.name}: {words}", waits.label, figures.as_of)
        yield *head, _("All"), _("All"), new, None, whole, None, None


def _text_rows(parts: Sequence[Part]) -> Iterator[Sequence[CellOut]]:
    for part in parts:
        for question in Question:
            head = (part.who, part.state, str(question.label))
            text = part.document.answers.get(question, "")
            if text:
                yield *head, text, None, None, None, None
            for line in part.document.deviations_of(question):
                yield *head, line.text, line.origin_words, line.indicator, line.remedy, line.due_on
        for subject in part.document.subjects:
            yield (
                part.who,
                part.state,
                str(Question.NETWORKS.label),
                f"{subject.name} ({subject.kind_words}): {subject.role}",
                *(None,) * 4,
            )


def _paper(template: str, data: Mapping[str, object]) -> bytes:
    return paper.render(f"reports/paper/{template}.typ", data, language=(get_language() or "it")[:2])


def partner_paper(page: ReadPage) -> dict[str, object]:
    """What the printed report of a partner says."""
    document, sending = page.document, None if page.may.write else page.sending
    if sending:
        sent = date_format(sending.sent_at.astimezone(ROME), "DATETIME_FORMAT")
        proof = _("Sent on %(day)s, sending %(n)s. SHA-256 %(digest)s") % {
            "day": sent, "n": sending.number, "digest": sending.digest
        }  # fmt: skip
    else:
        proof = _("Draft: this report was not sent in this form.")
    return {
        "title": _("Quarterly report"),
        "subtitle": str(page.report.period),
        "issuer": document.partner_name,
        "issuer_lines": [str(page.report.period.edition)],
        "foot": f"{page.report.partner.short_name} · {page.report.period}",
        "facts": [(_("State"), str(page.state.word)), (_("Document"), proof)],
        "figures": _figures_table(document.figures),
        "questions": [_question(question, document) for question in Question],
        "subjects": _subjects(document),
        "attachments": {
            "title": _("Attachments"),
            "rows": [f"{file.name} (SHA-256 {file.digest})" for file in document.attachments],
        },
    }


def national_paper(report: NationalReport) -> dict[str, object]:
    """What the printed report of the network says."""
    missing = ", ".join(each.short_name for each in report.missing) or _("nobody")
    received = _("%(sent)s of %(all)s, of which %(validated)s validated") % {
        "sent": len(report.contributions), "all": report.partners, "validated": report.validated
    }  # fmt: skip
    origins = report.origins()
    return {
        "title": _("Quarterly report of the network"),
        "subtitle": str(report.period),
        "issuer": str(report.period.edition),
        "issuer_lines": [],
        "foot": f"LGNET · {report.period}",
        "facts": [(_("Reports received"), received), (_("Not sent yet"), missing)],
        "figures": _figures_table(report.figures, lambda line: report.sent_sum(line)),
        "origins": {
            "title": _("Deviations and problems by origin"),
            "header": [_("Origin"), _("Deviations"), _("Problems"), _("In all")],
            "rows": [
                [str(each.origin.label), str(each.deviations), str(each.problems), str(each.total)]
                for each in origins
            ],
        },
        "questions": [
            {
                "title": str(question.label),
                "voices": [
                    {"who": voice.partner.short_name, "text": voice.text, "lines": _lines(voice.deviations)}
                    for voice in report.voices(question)
                ],
            }
            for question in Question
        ],
        "nothing": _("Nothing was written."),
    }


def _figures_table(figures: Figures, sent: Callable[[Any], int] | None = None) -> dict[str, object]:
    header = [
        _("Indicator"),
        _("New in the quarter"),
        _("Quarter before"),
        _("In all at its end"),
        _("Planned by its end"),
        _("Target"),
    ]
    rows = []
    for shown in shown_lines(figures):
        line = shown.line
        target = f"{_number(line.target)} ({line.share} %)" if line.target else "–"
        row = [
            f"{line.name} ({line.label})",
            *map(_number, (line.quarter, line.previous, line.total)),
            "–" if line.planned is None else _number(line.planned),
            target,
        ]
        rows.append({"cells": [*row, *([_number(sent(line))] if sent else [])], "note": _note(shown)})
    as_of = date_format(figures.as_of.astimezone(ROME), "DATETIME_FORMAT")
    return {
        "title": _("Figures"),
        "header": [*header, *([_("Sum of the reports")] if sent else [])],
        "rows": rows,
        "waits": _waits_facts(figures),
        "as_of": _("Derived from the facts that the network counts, as of %s.") % as_of,
    }


def _waits_facts(figures: Figures) -> list[tuple[str, str]]:
    shown = shown_waits(figures)
    if shown is None:
        return []
    name = f"{shown.waits.name} ({shown.waits.label})"
    return [
        (f"{name}, {words}", said)
        for words, said in ((_("in the quarter"), shown.quarter), (_("in all at its end"), shown.total))
    ]


def _note(shown: Any) -> str:
    both = [words for words in (shown.sex_words, shown.age_words) if words]
    return "; ".join(both)


def _number(value: int | None) -> str:
    return "" if value is None else number_format(value, force_grouping=True)


def _question(question: Question, document: Document) -> dict[str, object]:
    return {
        "title": str(question.label),
        "text": document.answers.get(question, "") or ("" if document.is_answered(question) else "–"),
        "lines": _lines(document.deviations_of(question)),
    }


def _lines(lines: Iterable[Any]) -> list[dict[str, str]]:
    labels = {"origin": _("Origin"), "indicator": _("Indicator"), "remedy": _("Remedy"), "due": _("By when")}
    told = []
    for line in lines:
        due = date_format(line.due_on, "SHORT_DATE_FORMAT") if line.due_on else ""
        values = {
            "origin": line.origin_words,
            "indicator": line.indicator_words,
            "remedy": line.remedy,
            "due": due,
        }
        details = "\n".join(f"{labels[key]}: {value}" for key, value in values.items() if value)
        told.append({"text": line.text, "details": details})
    return told


def _subjects(document: Document) -> dict[str, object]:
    rows = [[subject.name, subject.kind_words, subject.role] for subject in document.subjects]
    return {
        "title": _("Subjects of the network"),
        "header": [_("Body"), _("Kind"), _("What it did")],
        "rows": rows,
    }
