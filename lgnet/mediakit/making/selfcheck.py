# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A layout against the rules, before it is drawn: the same numbers that are drawn are measured."""

from collections.abc import Iterator

from lgnet.mediakit.making.layout import BLACK, BLUE, EU_PROPORTION, WHITE, Box, Layout
from lgnet.mediakit.making.sentences import ALSO, OFFICIAL
from lgnet.mediakit.rules import (
    FONTS,
    LEAST_EMBLEM_MM,
    LEAST_EMBLEM_SHARE,
    Finding,
    Numbers,
    Outcome,
    with_risk,
)
from lgnet.mediakit.rules import elsewhere as not_by_a_file

MET, BROKEN = Outcome.MET, Outcome.BROKEN
A3 = (297, 420)
CLOSE = 1.0  # of the height of the emblem: how far the sentence may stand


def check(layout: Layout) -> list[Finding]:
    """What each rule says of a layout. Pure: no drawing, no database."""
    emblems, sentences = layout.of("emblem"), layout.of("sentence")
    if not emblems:
        lost = [Finding(f"VIS-{n}", BROKEN, "no_emblem") for n in (1, 2, 3, 4, 5, 6, 8)]
        return with_risk([*lost, *not_by_a_file()])
    emblem = emblems[0]
    sentence = sentences[0] if sentences else None
    found = [
        _seen(layout, emblem),
        *_said(layout, emblem, sentence),
        _largest(layout, emblem),
        _drawn(layout, emblem),
        Finding("VIS-7", Outcome.ELSEWHERE, "not_a_page"),
        _poster(layout),
        Finding("VIS-12", MET, "eu_licence"),
    ]
    return with_risk([*found, *not_by_a_file()])


def _where(layout: Layout, box: Box) -> Numbers:
    return (
        0, round(box.x / layout.width, 4), round(box.y / layout.height, 4), round(box.width / layout.width, 4),
        round(box.height / layout.height, 4),
    )  # fmt: skip


def _is_on_paper(layout: Layout) -> bool:
    return not layout.pixels or layout.width >= A3[0] or layout.width == 210


def _seen(layout: Layout, emblem: Box) -> Finding:
    where = [_where(layout, emblem)]
    if _is_on_paper(layout):
        values = {"mm": round(emblem.height, 1)}
        small = emblem.height < LEAST_EMBLEM_MM
        return Finding(
            "VIS-1", BROKEN if small else MET, "emblem_small" if small else "emblem_seen", values, where
        )
    share = emblem.height / min(layout.width, layout.height)
    small = share < LEAST_EMBLEM_SHARE
    values = {"percent": round(100 * share)}
    return Finding(
        "VIS-1",
        BROKEN if small else MET,
        "emblem_small_share" if small else "emblem_seen_share",
        values,
        where,
    )


def _said(layout: Layout, emblem: Box, sentence: Box | None) -> Iterator[Finding]:
    if sentence is None or sentence.text not in (*OFFICIAL.values(), *ALSO):
        missing = {"sentence": OFFICIAL["it"]}
        yield Finding("VIS-2", BROKEN, "sentence_missing", missing, [_where(layout, emblem)])
        yield Finding("VIS-3", Outcome.UNKNOWN, "font_unread")
        yield Finding("VIS-4", Outcome.UNKNOWN, "colour_unread")
        yield Finding("VIS-8", BROKEN, "statement_missing")
        return
    where = [_where(layout, sentence)]
    is_near = _gap(emblem, sentence) <= CLOSE * emblem.height
    near = Finding("VIS-2", MET, "sentence_found", {"sentence": sentence.text}, where)
    yield near if is_near else Finding("VIS-2", BROKEN, "sentence_far", {}, where)
    font = {"font": sentence.font, "allowed": ", ".join(FONTS)}
    is_allowed = sentence.font in FONTS
    yield Finding(
        "VIS-3", MET if is_allowed else BROKEN, "font_ok" if is_allowed else "font_wrong", font, where
    )
    if _overlap(emblem, sentence):
        yield Finding("VIS-4", BROKEN, "sentence_on_emblem", {}, where)
    else:
        allowed = {BLUE, BLACK, WHITE} - {sentence.ground}
        is_right = sentence.fill.upper() in {colour.upper() for colour in allowed}
        values = {"colour": sentence.fill}
        yield Finding(
            "VIS-4", MET if is_right else BROKEN, "colour_ok" if is_right else "colour_wrong", values, where
        )
    yield Finding("VIS-8", MET, "statement_there", {}, where)


def _gap(one: Box, other: Box) -> float:
    across = max(one.x - other.right, other.x - one.right, 0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0)
    return max(across, down)


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _largest(layout: Layout, emblem: Box) -> Finding:
    marks = [*layout.of("logo"), *layout.of("mark")]
    larger = [one for one in marks if one.height > emblem.height]
    if larger:
        return Finding("VIS-5", BROKEN, "mark_larger", {}, [_where(layout, one) for one in larger])
    if any(one.x < emblem.x for one in marks):
        return Finding("VIS-5", BROKEN, "logo_first", {}, [_where(layout, emblem)])
    others = [
        box for box in layout.boxes if box.part not in {"ground", "line", "emblem"} and box.text.strip()
    ]
    if any(_overlap(emblem, box) for box in others):
        return Finding("VIS-5", BROKEN, "something_on_it", {}, [_where(layout, emblem)])
    return Finding("VIS-5", MET, "unchanged" if marks else "unchanged_alone", {}, [_where(layout, emblem)])


def _drawn(layout: Layout, emblem: Box) -> Finding:
    """Colours are those of the one drawing of the package; the border is drawn wherever the ground is coloured."""
    proportion = emblem.width / emblem.height
    if abs(proportion - EU_PROPORTION) > 0.01:
        found = {"found": f"{proportion:.2f}:1"}
        return Finding("VIS-6", BROKEN, "stretched", found, [_where(layout, emblem)])
    return Finding("VIS-6", MET, "colours_ok", {}, [_where(layout, emblem)])


def _poster(layout: Layout) -> Finding:
    size = {"width": round(layout.width), "height": round(layout.height)}
    is_a3 = min(layout.width, layout.height) >= A3[0] and max(layout.width, layout.height) >= A3[1]
    if is_a3:
        return Finding("VIS-9", MET, "is_a3", size)
    return Finding("VIS-9", Outcome.ELSEWHERE, "in_the_register")
