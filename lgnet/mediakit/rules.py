# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rules of visibility, VIS-1 to VIS-12 (Reg. (EU) 2021/1060, art. 47, 49, 50 and annex IX), and what is found.

A finding is kept as a code with numbers, never as a sentence: whoever reads it later reads it in their language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.mediakit.models import Verdict

FONTS = ("Arial", "Auto", "Calibri", "Garamond", "Trebuchet", "Tahoma", "Verdana", "Ubuntu")
LEAST_EMBLEM_MM = 10.0  # what the Commission's guide asks of the height of the emblem on paper
LEAST_EMBLEM_SHARE = 0.045  # of the shorter side of a picture, where there are no millimetres
RULES: Mapping[str, Promise] = {
    "VIS-1": _("The emblem of the Union is clearly to be seen"),
    "VIS-2": _("The sentence stands in full next to the emblem"),
    "VIS-3": _("The sentence is in one of eight faces, without italics, underline or effects"),
    "VIS-4": _("The sentence is blue, black or white, and stays clear of the emblem"),
    "VIS-5": _("The emblem is unchanged, and at least as large as any other mark"),
    "VIS-6": _("Colours, proportions and white border of the emblem are right"),
    "VIS-7": _(
        "Site and social media say what is done, why, with what result, and that the Union supports it"
    ),
    "VIS-8": _("Documents for the public or for participants carry the statement"),
    "VIS-9": _("Each place shows a poster of at least A3 or a display"),
    "VIS-10": _("Large operations hold an event with the Commission and the managing authority"),
    "VIS-11": _("A breach that is not mended may cost up to 3% of the support"),
    "VIS-12": _("The Union may use the material too, free of charge"),
}


class Outcome(StrEnum):
    """What a look can say of a rule."""

    MET = "met"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"  # not a matter of what was looked at


OUTCOMES: Mapping[str, Promise] = {
    Outcome.MET: _("Met"),
    Outcome.BROKEN: _("Broken"),
    Outcome.UNKNOWN: _("Cannot be told"),
    Outcome.ELSEWHERE: _("Not told by this"),
}
WHY: Mapping[str, Promise] = {
    "no_emblem": _("No emblem of the Union was found."),
    "pages_unseen": _(
        "No emblem of the Union was found on the first six pages and the last two; %(n)s pages were not looked at: send"
        " those that carry it."
    ),
    "emblem_seen": _("The emblem is %(mm)s mm high."),
    "emblem_seen_share": _("The emblem takes %(percent)s%% of the shorter side."),
    "emblem_on_page": _("The emblem is on the page; how large it is on a screen, a browser knows."),
    "emblem_small_page": _("The emblem is only %(px)s points high on the page: make it at least %(least)s."),
    "emblem_small": _("The emblem is %(mm)s mm high: at least 10 mm are asked for."),
    "emblem_small_share": _("The emblem takes only %(percent)s%% of the shorter side: make it larger."),
    "sentence_found": _("«%(sentence)s» stands next to the emblem."),
    "sentence_missing": _("The sentence in full was not found: write «%(sentence)s» next to the emblem."),
    "sentence_short": _("«%(found)s» is not the sentence in full: «Unione europea» is written out."),
    "sentence_far": _("The sentence stands too far from the emblem: put it next to it."),
    "sentence_unread": _(
        "The letters beside the emblem could not be read: too small, uneven, or not Latin. Look yourself whether the"
        " sentence is there in full, or have it looked at as a PDF with text."
    ),
    "font_ok": _("The sentence is in %(font)s."),
    "font_wrong": _("The sentence is in %(font)s: only these are allowed: %(allowed)s."),
    "font_italic": _("The sentence is in italics."),
    "font_unread": _("A picture does not say its face."),
    "font_alike": _(
        "From a picture the face cannot be told apart from others like it: say which one was used."
    ),
    "font_of_page": _("The style sheet names %(font)s for the sentence."),
    "colour_ok": _("The sentence is %(colour)s and clear of the emblem."),
    "colour_wrong": _("The sentence is %(colour)s: only reflex blue, black or white are allowed."),
    "sentence_on_emblem": _("The sentence touches the emblem."),
    "colour_unread": _("Where no sentence was found, its colour cannot be told."),
    "colour_faint": _("Letters this small or uneven do not show their colour in a picture."),
    "colours_faint": _(
        "The emblem has so few points in this picture that its colours cannot be told: send a larger one."
    ),
    "stretched_perhaps": _(
        "The emblem looks %(found)s; in a photo taken from the side, or a small picture, that says little: measure it."
    ),
    "unchanged": _(
        "The emblem is whole, and no other mark is larger. Look yourself whether one of them is another mark"
        " of the Union:"
        " none may stand beside it."
    ),
    "unchanged_alone": _("The emblem is whole; no other mark stands beside it."),
    "star_count": _("%(n)s stars are seen: the emblem has twelve."),
    "stars_turned": _("The emblem is turned by %(degrees)s degrees."),
    "stars_upside": _("The stars do not stand on two points: the emblem is upside down."),
    "something_on_it": _("Something stands on the emblem or is merged with it."),
    "mark_larger": _("Another mark is larger than the emblem, both in height and in width."),
    "marks_unread": _("The emblem is whole; on a ground like this the size of other marks cannot be told."),
    "colours_ok": _("Blue and yellow are right, and so are the proportions."),
    "mono_ok": _("The emblem is in one colour, as is allowed; the proportions are right."),
    "blue_wrong": _("The blue is %(found)s: it is #003399."),
    "yellow_wrong": _("The stars are %(found)s: they are #FFCC00."),
    "stretched": _("The emblem is stretched: its proportions are %(found)s, and 3:2 are asked for."),
    "no_border": _("On coloured ground the emblem wants a white border of 1/25 of its height."),
    "no_edge": _("The emblem has no edge of its own: it runs into the blue around it."),
    "emblem_absent": _("Without an emblem there is nothing to measure."),
    "page_says": _(
        "The page says what is done, with which aim and result, and names the support of the Union."
    ),
    "page_silent": _("The page does not say: %(missing)s."),
    "not_a_page": _(
        "A person says this of a site or a profile: have our own page looked at by its address; of a post"
        " keep a picture of"
        " the screen with the product, as its proof."
    ),
    "statement_there": _("The statement is on it."),
    "statement_missing": _("The statement is missing."),
    "statement_unread": _("The statement cannot be read in a picture."),
    "is_a3": _("The sheet is %(width)s × %(height)s mm: A3 or larger."),
    "not_a3": _("The sheet is %(width)s × %(height)s mm: whether a place has its poster, the register says."),
    "in_the_register": _(
        "Whether each place has its poster, the register says, with a photo of the last year."
    ),
    "an_event": _(
        "A person says this: above ten million euros the Commission and the managing authority are invited"
        " in time. Keep"
        " the invitation in the register, as the proof of the event."
    ),
    "risk": _("What is broken above is to be mended: up to 3%% of the support is at stake."),
    "no_risk": _("Nothing is broken here."),
    "risk_unsure": _("As long as something cannot be told, the risk cannot be excluded."),
    "eu_licence": _("The assets in it may be used by the Union too."),
    "licence_unknown": _(
        "A file does not say who holds its rights. A person says it: bring it into the media kit with the"
        " holder and the"
        " permission for the Union."
    ),
    "logo_first": _("The emblem does not stand first, at the left."),
    "text_over": _("%(name)s does not fit."),
}
Numbers = tuple[int, float, float, float, float]  # page, then left, top, width, height as shares of the page


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a rule, why, and where on which page."""

    rule: str
    outcome: Outcome
    why: str
    values: Mapping[str, Any] = field(default_factory=dict)
    where: Sequence[Numbers] = ()

    def sentence(self) -> str:
        """Why, in the language of who reads."""
        return str(WHY[self.why]) % dict(self.values.items())

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)


def read(kept: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Findings as they were kept; a reason that is no longer known is left out."""
    return [
        Finding(
            one["rule"], Outcome(one["outcome"]), one["why"], one.get("values", {}),
            [tuple(where) for where in one.get("where", ())],
        )
        for one in kept
        if one.get("why") in WHY and one.get("rule") in RULES
    ]  # fmt: skip


def together(findings: Iterable[Finding]) -> Verdict:
    """What the findings say taken together: one broken rule breaks it, what must be known and is not leaves it open."""
    outcomes = {one.rule: one.outcome for one in findings}
    if Outcome.BROKEN in outcomes.values():
        return Verdict.BROKEN
    needed = ("VIS-1", "VIS-2", "VIS-3", "VIS-4", "VIS-5", "VIS-6", "VIS-8")
    return Verdict.PASSED if all(outcomes.get(rule) == Outcome.MET for rule in needed) else Verdict.UNSURE


def with_risk(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with what they mean for the support (VIS-11), in the order of the rules."""
    verdict = together(findings)
    risk = {
        Verdict.BROKEN: Finding("VIS-11", Outcome.BROKEN, "risk"),
        Verdict.PASSED: Finding("VIS-11", Outcome.MET, "no_risk"),
        Verdict.UNSURE: Finding("VIS-11", Outcome.UNKNOWN, "risk_unsure"),
    }[verdict]
    order = list(RULES)
    return sorted([*findings, risk], key=lambda one: order.index(one.rule))


def elsewhere() -> list[Finding]:
    """What no look at a file can tell."""
    return [Finding("VIS-10", Outcome.ELSEWHERE, "an_event")]
