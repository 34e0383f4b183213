# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages that explain: all indicators with where they stand, and the rule behind one of them."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Intake
from lgnet.core.clock import now
from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import NETWORK
from lgnet.direction import measuring, queries
from lgnet.direction.indicators import (
    BREAKDOWN_WORDS,
    INDICATORS,
    MEASURED,
    NOT_YET_MEASURED,
    PROOF_WORDS,
    VERSIONS,
    Breakdown,
    Definition,
    Derived,
    Group,
    Indicator,
    NotYetMeasured,
    Share,
    Wording,
    valid_until,
)
from lgnet.direction.pages.timely import timely_words
from lgnet.network import editions
from lgnet.network.models import ActionLine
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

GROUP_WORDS: Mapping[Group, Promise] = {
    Group.PROJECT: _("Indicators of the project"),
    Group.OUTPUT: _("Outputs of the fund (Annex VIII, specific objective 2)"),
    Group.RESULT: _("Results of the fund (Annex VIII, specific objective 2)"),
}


@dataclass(frozen=True)
class Line:
    """An indicator in the list; `value` is empty for one that is not measured yet."""

    name: Wording
    label: str
    url: str
    value: str


@dataclass(frozen=True)
class Section:
    """The indicators of one group."""

    title: Promise
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class IndicatorsPage:
    """All indicators by group, with the figures of whoever asks."""

    sections: tuple[Section, ...]
    where: str
    as_of: dt.datetime
    checks_url: str


@dataclass(frozen=True)
class VersionLine:
    """One version of a definition, and until when it held."""

    definition: Definition
    until: dt.date | None
    url: str
    is_shown: bool


@dataclass(frozen=True)
class Part:
    """A figure under another name: a partner, an action line, an end of the screening."""

    name: str | Promise
    value: str
    url: str = ""


@dataclass(frozen=True)
class Missing:
    """What counted persons lack that a report to the Commission needs."""

    of: int
    without_sex: int
    without_age: int
    weak: int


@dataclass(frozen=True)
class DefinitionPage:
    """One indicator: its rule, its versions, its figure by partner and line, and what is missing."""

    indicator: Definition | None
    declared: NotYetMeasured | None
    where: str
    as_of: dt.datetime
    value: str
    counts_persons: bool
    missing: Missing | None
    versions: tuple[VersionLine, ...]
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    partners: tuple[Part, ...]
    lines: tuple[Part, ...]
    details: tuple[Part, ...]
    proofs: tuple[Wording, ...]
    breakdowns: tuple[Wording, ...]
    figures_url: str
    evidence_url: str

    @property
    def exact_sql(self) -> str:
        """The rule as the computer applies it."""
        one = self.indicator
        return one.exact_sql if isinstance(one, Indicator | Share | Derived) else ""


def indicators_page(*, by: Worker) -> IndicatorsPage:
    """Every indicator with its figure, in four queries."""
    scope = scope_of(by)
    figures = queries.figures(scope)
    values = {code: _number(figures[code].value) for code in INDICATORS}
    values |= {
        code: _value(each, scope) for code, each in MEASURED.items() if not isinstance(each, Indicator)
    }
    measured = [
        (each.group, Line(each.name, each.edition_label, _url(code), values[code]))
        for code, each in MEASURED.items()
    ]
    declared = [
        (each.group, Line(each.name, code, _url(code), "")) for code, each in NOT_YET_MEASURED.items()
    ]
    return IndicatorsPage(
        sections=tuple(
            Section(words, tuple(line for of, line in (*measured, *declared) if of == group))
            for group, words in GROUP_WORDS.items()
        ),
        where=_where(by, scope),
        as_of=now(),
        checks_url=reverse("direction:checks"),
    )


def definition_page(*, by: Worker, found: Definition | NotYetMeasured) -> DefinitionPage:
    """The rule, and the figures of whoever asks: the nation sees the network and each partner, a partner itself."""
    scope = scope_of(by)
    measured = found if isinstance(found, Definition) else None
    counted = found if isinstance(found, Indicator) else None
    figures = queries.figures(scope, [counted])[counted.code] if counted else None
    value = "" if measured is None else _value(measured, scope)
    return DefinitionPage(
        indicator=measured,
        declared=found if isinstance(found, NotYetMeasured) else None,
        where=_where(by, scope),
        as_of=now(),
        value=_number(figures.value) if figures else value,
        counts_persons=bool(counted and counted.counts_persons),
        missing=_missing(figures, scope) if figures and figures.indicator.counts_persons else None,
        versions=_versions(measured) if measured else (),
        above=_related([measured.parent, measured.bounded_by]) if measured else (),
        below=_related(c for c, o in MEASURED.items() if found.code in {o.parent, o.bounded_by}),
        partners=_partners(measured) if measured and scope == NETWORK else (),
        lines=_lines(counted, scope) if counted and Breakdown.LINE in counted.breakdowns else (),
        details=_details(counted, scope) if counted and Breakdown.DETAIL in counted.breakdowns else (),
        proofs=tuple(PROOF_WORDS[proof] for proof in measured.proofs) if measured else (),
        breakdowns=tuple(BREAKDOWN_WORDS[one] for one in measured.breakdowns) if measured else (),
        figures_url=_figures_url(by, found.code),
        evidence_url=_evidence_url(by, counted) if counted else "",
    )


def scope_of(by: Worker) -> uuid.UUID:
    """Whose figures somebody sees: the network's, or their own partner's."""
    return NETWORK if by.role.db_role == DbRole.NATIONAL else by.partner_id


def _evidence_url(by: Worker, counted: Indicator) -> str:
    """Where each counted person stands with what proves it: one's own people, or every partner's codes."""
    if by.role.db_role == DbRole.NATIONAL:
        return reverse("evidence:overview")
    if not by.may(Permission.EVIDENCE_SEE):
        return ""
    return reverse("evidence:partner", args=[by.organisation.code]) + f"?kind={counted.fact_kind}"


def _where(by: Worker, scope: uuid.UUID) -> str:
    return gettext("the whole network") if scope == NETWORK else by.organisation.short_name


def _value(of: Definition, scope: uuid.UUID) -> str:
    """The figure of what does not count persons or events, in words."""
    if isinstance(of, Share):
        return timely_words(measuring.waiting(of, scope), within_days=of.within_days)
    return _number(measuring.derived(of)) if isinstance(of, Derived) else ""


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)


def _missing(figures: queries.Figures, scope: uuid.UUID) -> Missing:
    cells = figures.by_sex_and_age()
    return Missing(
        of=figures.value,
        without_sex=sum(n for (sex, _band), n in cells.items() if not sex),
        without_age=sum(n for (_sex, band), n in cells.items() if not band),
        weak=measuring.weak(figures.indicator, scope),
    )


def _versions(shown: Definition) -> tuple[VersionLine, ...]:
    return tuple(
        VersionLine(
            each,
            valid_until(each),
            f"{_url(each.code)}?version={each.version}",
            each.version == shown.version,
        )
        for each in reversed(VERSIONS[shown.code])
    )


def _related(codes: Iterable[str]) -> tuple[Line, ...]:
    known = [MEASURED[code] for code in codes if code in MEASURED]
    return tuple(Line(each.name, each.edition_label, _url(each.code), "") for each in known)


def _partners(of: Definition) -> tuple[Part, ...]:
    partners = list(editions.local_partners())
    if isinstance(of, Share):
        by_scope = measuring.waiting_by_scope(of)
        words = {
            each.pk: timely_words(by_scope[each.pk], within_days=of.within_days)
            for each in partners
            if each.pk in by_scope
        }
    elif isinstance(of, Indicator):
        seen = queries.overview(of)
        words = {each.pk: _number(seen.value(each.pk, of)) for each in partners}
    else:
        return ()
    return tuple(
        Part(each.short_name, words.get(each.pk, "0"), reverse("direction:partner", args=[each.code]))
        for each in partners
    )


def _lines(of: Indicator, scope: uuid.UUID) -> tuple[Part, ...]:
    found = measuring.lines(of, scope)
    return tuple(Part(line.label, _number(found[line])) for line in ActionLine)


def _details(of: Indicator, scope: uuid.UUID) -> tuple[Part, ...]:
    found = measuring.details(of, scope)
    return tuple(
        Part(outcome.label, _number(found[outcome])) for outcome in Intake.Outcome if outcome in found
    )


def _figures_url(by: Worker, code: str) -> str:
    nation = by.may(Permission.FIGURES_NATION)
    url = reverse("direction:nation") if nation else reverse("direction:partner", args=[by.organisation.code])
    return f"{url}?indicator={code}" if code in INDICATORS else url


def _url(code: str) -> str:
    return reverse("direction:indicator", args=[code])
