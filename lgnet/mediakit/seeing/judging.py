# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From what was seen and read to a finding for each rule. What cannot be known is said so, never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from lgnet.mediakit.making.sentences import OFFICIAL
from lgnet.mediakit.rules import (
    FONTS,
    LEAST_EMBLEM_MM,
    LEAST_EMBLEM_SHARE,
    Finding,
    Numbers,
    Outcome,
    elsewhere,
    with_risk,
)
from lgnet.mediakit.seeing.colours import Colour, apart, hue, written
from lgnet.mediakit.seeing.emblem import Emblem
from lgnet.mediakit.seeing.faces import Face
from lgnet.mediakit.seeing.marks import Box, Marks
from lgnet.mediakit.seeing.statement import Statement, Told
from lgnet.mediakit.seeing.words import Said, Text

MET, BROKEN, UNKNOWN = Outcome.MET, Outcome.BROKEN, Outcome.UNKNOWN
NEAR = 1.6  # heights of the emblem
ALLOWED: tuple[Colour, ...] = ((0, 51, 153), (0, 0, 0), (255, 255, 255))
COLOUR_APART, COLOUR_APART_SEEN = 12.0, 22.0
# Below these, found on the development set, what looks wrong of a picture may come from how it was packed or taken.
LEAST_SHAPE = 40  # points of the emblem in height
LEAST_STAR = 11.6  # points of a star
STRETCHED_SURELY = 0.13
LEAST_COLOURED, CLEAR = 15, 34  # points of a line of letters that show their colour nearly, and quite
LEAST_A3 = (297 - 3, 420 - 3)


@dataclass(frozen=True)
class Sight:
    """What is known of the page with the emblem: its size in pixels and, on paper, in millimetres."""

    page: int
    width: int
    height: int
    mm: tuple[float, float] | None
    emblem: Emblem
    marks: Marks
    read: Statement | None = None  # None where nothing was read in the picture: the text says it
    face: Face | None = None
    enlarged: float = 1.0  # how many times smaller the picture was sent than it was looked at

    @property
    def is_small(self) -> bool:
        """Whether so few points of the emblem were sent that its shape and blue are washed out."""
        return self.mm is None and self.emblem.height / self.enlarged < LEAST_SHAPE

    def where(self, left: float, top: float, right: float, bottom: float) -> Numbers:
        """A box in pixels as shares of the page."""
        w, h = self.width, self.height
        return (
            self.page,
            round(left / w, 4),
            round(top / h, 4),
            round((right - left) / w, 4),
            round((bottom - top) / h, 4),
        )

    @property
    def at_emblem(self) -> list[Numbers]:
        one = self.emblem
        return [self.where(one.left, one.top, one.right, one.bottom)]


def judge(sight: Sight | None, text: Text, *, paper: tuple[float, float] | None) -> list[Finding]:
    """The findings of a file. `paper` is the size of its first page in millimetres; None for a picture."""
    found = [*_statement(sight, text), _poster(paper), Finding("VIS-12", UNKNOWN, "licence_unknown")]
    found += [Finding("VIS-7", Outcome.ELSEWHERE, "not_a_page"), *elsewhere()]
    if sight is None:
        unseen = {"n": text.unseen}
        found += [
            Finding("VIS-1", UNKNOWN, "pages_unseen", unseen)
            if text.unseen
            else Finding("VIS-1", BROKEN, "no_emblem")
        ]
        found += [Finding(rule, UNKNOWN, "emblem_absent") for rule in ("VIS-5", "VIS-6")]
    else:
        found += [_prominent(sight), _unchanged(sight), _drawn(sight)]
    return with_risk(found)


def _prominent(sight: Sight) -> Finding:
    emblem = sight.emblem
    if sight.mm is not None:
        mm = round(emblem.height / sight.height * sight.mm[1], 1)
        small = mm < LEAST_EMBLEM_MM - 0.6
        return Finding(
            "VIS-1",
            BROKEN if small else MET,
            "emblem_small" if small else "emblem_seen",
            {"mm": mm},
            sight.at_emblem,
        )
    share = emblem.height / min(sight.width, sight.height)
    small = share < LEAST_EMBLEM_SHARE
    why = "emblem_small_share" if small else "emblem_seen_share"
    return Finding(
        "VIS-1", BROKEN if small else MET, why, {"percent": round(100 * share, 1)}, sight.at_emblem
    )


def _unchanged(sight: Sight) -> Finding:
    emblem, at = sight.emblem, sight.at_emblem
    if emblem.is_turned:
        return Finding("VIS-5", BROKEN, "stars_turned", {"degrees": round(emblem.ring.turned)}, at)
    if emblem.ring.stars != 12:
        return Finding("VIS-5", BROKEN, "star_count", {"n": emblem.ring.stars}, at)
    if emblem.is_touched:
        return Finding("VIS-5", BROKEN, "something_on_it", {}, at)
    if emblem.is_upside_down:
        return Finding("VIS-5", BROKEN, "stars_upside", {}, at)
    if sight.marks.larger:
        return Finding("VIS-5", BROKEN, "mark_larger", {}, [sight.where(*box) for box in sight.marks.larger])
    if not sight.marks.can_be_told:
        return Finding("VIS-5", UNKNOWN, "marks_unread", {}, at)
    return Finding("VIS-5", MET, "unchanged" if sight.marks.beside else "unchanged_alone", {}, at)


def _drawn(sight: Sight) -> Finding:
    emblem, at = sight.emblem, sight.at_emblem
    if not emblem.is_turned and emblem.is_stretched:
        is_slight = abs(emblem.proportion / 1.5 - 1) < STRETCHED_SURELY
        if sight.mm is None and is_slight and (emblem.is_grainy or sight.is_small):
            return Finding("VIS-6", UNKNOWN, "stretched_perhaps", {"found": f"{emblem.proportion:.2f}:1"}, at)
        return Finding("VIS-6", BROKEN, "stretched", {"found": f"{emblem.proportion:.2f}:1"}, at)
    if emblem.is_mono:
        return _edged(emblem, "mono_ok", at)
    if sight.is_small and not (emblem.is_blue_right and emblem.is_yellow_right):
        return Finding("VIS-6", UNKNOWN, "colours_faint", {}, at)
    if not emblem.is_blue_right:
        return Finding("VIS-6", BROKEN, "blue_wrong", {"found": written(emblem.field)}, at)
    if not emblem.is_yellow_right and sight.mm is None and emblem.ring.size < LEAST_STAR:
        return Finding("VIS-6", UNKNOWN, "colours_faint", {}, at)
    if not emblem.is_yellow_right:
        return Finding("VIS-6", BROKEN, "yellow_wrong", {"found": written(emblem.star)}, at)
    return _edged(emblem, "colours_ok", at)


def _edged(emblem: Emblem, good: str, at: list[Numbers]) -> Finding:
    if not emblem.has_edge:
        return Finding("VIS-6", BROKEN, "no_edge", {}, at)
    if emblem.is_on_colour and not emblem.has_border:
        return Finding("VIS-6", BROKEN, "no_border", {}, at)
    return Finding("VIS-6", MET, good, {}, at)


def _statement(sight: Sight | None, text: Text) -> Iterable[Finding]:
    """VIS-2, 3, 4 and 8: from the text where it says the sentence, else from what was read in the picture."""
    said = _nearest(sight, text.said)
    read = sight.read if sight is not None else None
    if said is not None:
        yield from _of_text(sight, said)
    elif sight is not None and read is not None and read.told == Told.FULL:
        yield from _of_picture(sight, read)
    elif text.short or (read is not None and read.told == Told.SHORT):
        yield from _broken(sight, "sentence_short", {"found": text.short or (read.words if read else "")})
    elif (read is not None and read.told == Told.MISSING) or (
        sight is None and text.is_there and not text.unseen
    ):
        yield from _broken(sight, "sentence_missing", {"sentence": OFFICIAL["it"]})
    else:
        yield Finding("VIS-2", UNKNOWN, "sentence_unread", {}, sight.at_emblem if sight else [])
        yield from _unread()
        yield Finding("VIS-8", UNKNOWN, "statement_unread")


def _broken(sight: Sight | None, why: str, values: dict[str, str]) -> Iterable[Finding]:
    yield Finding("VIS-2", BROKEN, why, values, sight.at_emblem if sight else [])
    yield from _unread()
    yield Finding("VIS-8", BROKEN, "statement_missing")


def _unread() -> Iterable[Finding]:
    yield Finding("VIS-3", UNKNOWN, "font_unread")
    yield Finding("VIS-4", UNKNOWN, "colour_unread")


def _nearest(sight: Sight | None, said: tuple[Said, ...]) -> Said | None:
    if not said:
        return None
    if sight is None:
        return said[0]
    return min(said, key=lambda one: (one.page != sight.page, _away(sight, one)))


def _away(sight: Sight, said: Said) -> float:
    """How far the sentence stands from the emblem, in heights of the emblem; 0 where nothing says where it stands."""
    if said.box is None:
        return 0.0
    left, top, right, bottom = said.box
    w, h = sight.width, sight.height
    return _between(sight.emblem, (left * w, top * h, right * w, bottom * h))


def _between(emblem: Emblem, box: Box) -> float:
    across = max(box[0] - emblem.right, emblem.left - box[2], 0)
    down = max(box[1] - emblem.bottom, emblem.top - box[3], 0)
    return max(across, down) / emblem.height


def _is_on(sight: Sight, said: Said) -> bool:
    if said.box is None or said.page != sight.page:
        return False
    emblem, (left, top, right, bottom) = sight.emblem, said.box
    slack = 0.02 * emblem.height
    return (
        left * sight.width < emblem.right - slack and right * sight.width > emblem.left + slack
        and top * sight.height < emblem.bottom - slack and bottom * sight.height > emblem.top + slack
    )  # fmt: skip


def _of_text(sight: Sight | None, said: Said) -> Iterable[Finding]:
    at: list[Numbers] = []
    if said.box is not None:
        left, top, right, bottom = said.box
        at = [(said.page, round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))]
    is_near = sight is not None and said.page == sight.page and _away(sight, said) <= NEAR
    if sight is None:
        yield Finding("VIS-2", BROKEN, "no_emblem", {}, at)
    elif is_near:
        yield Finding("VIS-2", MET, "sentence_found", {"sentence": said.sentence}, at)
    else:
        yield Finding("VIS-2", BROKEN, "sentence_far", {}, at)
    yield _font(said, at)
    yield _colour(sight, said, at)
    yield Finding("VIS-8", MET, "statement_there", {}, at)


def _font(said: Said, at: list[Numbers]) -> Finding:
    if not said.faces:
        return Finding("VIS-3", UNKNOWN, "font_unread", {}, at)
    wrong = sorted(name for name in said.faces if not is_allowed(name))
    if wrong:
        return Finding(
            "VIS-3", BROKEN, "font_wrong", {"font": wrong[0][:60], "allowed": ", ".join(FONTS)}, at
        )
    if said.is_italic:
        return Finding("VIS-3", BROKEN, "font_italic", {}, at)
    return Finding("VIS-3", MET, "font_ok", {"font": sorted(said.faces)[0][:60]}, at)


def is_allowed(face: str) -> bool:
    """Whether a face is one of the eight, by its name in a file: "ArialMT", "Ubuntu-Regular", "TrebuchetMS"."""
    plain = "".join(sign for sign in face.lower() if sign.isalnum())
    narrow = ("narrow", "black", "rounded", "condensed", "mono", "unicode")
    return any(plain.startswith(name.lower()) for name in FONTS if name != "Auto") and not any(
        word in plain for word in narrow
    )


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _colour(sight: Sight | None, said: Said, at: list[Numbers]) -> Finding:
    if sight is not None and _is_on(sight, said):
        return Finding("VIS-4", BROKEN, "sentence_on_emblem", {}, at)
    if not said.colours:
        return Finding("VIS-4", UNKNOWN, "colour_unread", {}, at)
    wrong = sorted(c for c in said.colours if min(apart(_rgb(c), one) for one in ALLOWED) > COLOUR_APART)
    if wrong:
        return Finding("VIS-4", BROKEN, "colour_wrong", {"colour": wrong[0]}, at)
    return Finding("VIS-4", MET, "colour_ok", {"colour": sorted(said.colours)[0]}, at)


def _of_picture(sight: Sight, read: Statement) -> Iterable[Finding]:
    assert read.box is not None and read.colour is not None  # noqa: S101 - so it is read in full
    at = [sight.where(*read.box)]
    if _between(sight.emblem, read.box) <= NEAR:
        yield Finding("VIS-2", MET, "sentence_found", {"sentence": read.words}, at)
    else:
        yield Finding("VIS-2", BROKEN, "sentence_far", {}, at)
    if sight.face is None:
        yield Finding("VIS-3", UNKNOWN, "font_alike", {}, at)
    elif sight.face.is_allowed:
        yield Finding("VIS-3", MET, "font_ok", {"font": sight.face.name}, at)
    else:
        yield Finding(
            "VIS-3", BROKEN, "font_wrong", {"font": sight.face.name, "allowed": ", ".join(FONTS)}, at
        )
    yield _colour_seen(sight, read, read.colour, at)
    yield Finding("VIS-8", MET, "statement_there", {}, at)


def _colour_seen(sight: Sight, read: Statement, colour: Colour, at: list[Numbers]) -> Finding:
    values = {"colour": written(colour)}
    if min(apart(colour, one) for one in ALLOWED) < COLOUR_APART_SEEN or _is_nearly(colour):
        return Finding("VIS-4", MET, "colour_ok", values, at)
    turn, light, vivid = hue(colour)
    high = min(box[3] - box[1] for _text, box in read.lines)
    is_other = light < 0.62 and vivid > 0.28 and not 195 < turn < 255
    if high >= LEAST_COLOURED and (is_other or (high >= CLEAR and not sight.emblem.is_grainy)):
        return Finding("VIS-4", BROKEN, "colour_wrong", values, at)
    return Finding("VIS-4", UNKNOWN, "colour_faint", {}, at)


def _is_nearly(colour: Colour) -> bool:
    """Blue or white as thin letters of a packed picture show them: darker or paler, of the same hue."""
    turn, light, vivid = hue(colour)
    return light > 0.87 or (198 < turn < 252 and light < 0.55 and vivid > 0.22)


def _poster(paper: tuple[float, float] | None) -> Finding:
    if paper is None:
        return Finding("VIS-9", Outcome.ELSEWHERE, "in_the_register")
    size = {"width": round(paper[0]), "height": round(paper[1])}
    if min(paper) >= LEAST_A3[0] and max(paper) >= LEAST_A3[1]:
        return Finding("VIS-9", MET, "is_a3", size)
    return Finding("VIS-9", Outcome.ELSEWHERE, "not_a3", size)
