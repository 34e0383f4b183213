# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a value stands against its target, as pages and files show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
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
    def target_source(self) -> Promise | str:
        return Target.Sureness(self.target.sureness).label if self.target else ""
