# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a value stands against its target, as pages and files show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Target
from lgnet.direction.progress import Progress, State

STATE_WORDS: Mapping[State, Promise] = {
    State.NO_TARGET: _("No target"),
    State.REACHED: _("Reached"),
    State.EARLY: _("Too early to say"),
    State.ON_PACE: _("On pace"),
    State.BEHIND: _("Behind the pace"),
    State.MISSED: _("Not reached"),
}
STATE_LOOKS: Mapping[State, str] = {  # keys of the one map of states, lgnet.ui.looks
    State.NO_TARGET: "draft",
    State.REACHED: "done",
    State.EARLY: "open",
    State.ON_PACE: "on_time",
    State.BEHIND: "soon",
    State.MISSED: "overdue",
}


@dataclass(frozen=True)
class Standing:
    """An indicator of somebody: the progress, in numbers and words, and where the target comes from."""

    indicator: Indicator
    progress: Progress
    target: Target | None
    url: str = ""

    @property
    def look(self) -> str:
        return STATE_LOOKS[self.progress.state]

    @property
    def word(self) -> Promise:
        return STATE_WORDS[self.progress.state]

    @property
    def sentence(self) -> str:
        return self.progress.sentence()

    @property
    def value(self) -> str:
        return number_format(self.progress.value, force_grouping=True)

    @property
    def goal(self) -> str:
        return "" if self.target is None else number_format(self.target.value or 0, force_grouping=True)

    @property
    def target_source(self) -> str:
        """Where the target comes from: the words that were published, or who decided and when."""
        if self.target is None:
            return ""
        first_line = self.target.source.partition("\n")[0]
        if self.target.sureness == Target.Sureness.PUBLISHED:
            return gettext("published: “%(words)s”") % {"words": first_line}
        words = f"{self.target.get_sureness_display()}, {date_format(self.target.decided_on, 'SHORT_DATE_FORMAT')}"
        return f"{words}: {first_line}" if first_line else words
