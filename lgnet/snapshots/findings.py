# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a verification found: a code for programs, a sentence for people."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Sentence

FACTS = "facts"
LEAVES = "leaves"
VALUE = "value"
VALUES = "values"
DEFINITION = "definition"
DEFINITIONS = "definitions"
OWN_SQL = "own_sql"
SEAL = "seal"
EDITED = "edited"

_WORDS: Mapping[str, Sentence] = {
    FACTS: _(
        "Facts of {partner}, {kind}, {month}: {then} were frozen, {now} are there now, or their content differs."
    ),
    LEAVES: _("The digests of the facts were changed after the cut-off was sealed."),
    VALUE: _("{indicator}, {partner}, {cell}: {then} was frozen, the facts give {now}."),
    VALUES: _("The results were changed after the cut-off was sealed."),
    DEFINITION: _("The frozen definition of {indicator} was changed after the cut-off was sealed."),
    DEFINITIONS: _("A definition was added to the cut-off, or taken from it, after it was sealed."),
    OWN_SQL: _("{indicator}: the definition's own query counts {now}, frozen were {then}."),
    SEAL: _("The head of the cut-off, or the order of the cut-offs, was changed after it was sealed."),
    EDITED: _(
        "{indicator} has the same version today and other words or rules: a definition gets a new version."
    ),
}
WARNINGS = frozenset({EDITED})


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was frozen. Partners and kinds are codes; who shows it puts names in."""

    code: str
    partner: str = ""
    kind: str = ""
    month: str = ""
    indicator: str = ""
    cell: str = ""
    then: int = 0
    now: int = 0

    @property
    def is_warning(self) -> bool:
        """Whether the numbers hold all the same."""
        return self.code in WARNINGS

    def kept(self) -> dict[str, Any]:
        """For the outcome of a piece of work."""
        return asdict(self)

    def sentence(self, names: Mapping[str, str]) -> Sentence:
        """What a person reads; `names`: of the partners by id, and of the kinds of facts."""
        partner, kind = names.get(self.partner, self.partner), names.get(self.kind, self.kind)
        values = {**asdict(self), "partner": partner, "kind": kind}
        return format_lazy(str(_WORDS[self.code]), **values)


@dataclass(frozen=True)
class Report:
    """The end of a verification."""

    facts: int
    values: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as it was frozen."""
        return not any(not finding.is_warning for finding in self.findings)

    def kept(self, limit: int = 200) -> dict[str, Any]:
        """For the outcome of a piece of work: all counted, the first ones told."""
        return {
            "holds": self.holds,
            "facts": self.facts,
            "values": self.values,
            "found": len(self.findings),
            "findings": [finding.kept() for finding in self.findings[:limit]],
        }
