# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawings (SVG): what a browser could run or fetch is taken out and told; what could tie a computer up is refused."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from django.utils.translation import gettext as _

from lgnet.mediakit.files.kinds import FileRefused

LARGEST = 2_000_000  # bytes
MOST_ELEMENTS, MOST_USES, DEEPEST = 20_000, 300, 60
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_ELEMENTS = frozenset({
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "use", "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "style",
    "image", "marker", "switch", "a",
})  # fmt: skip
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|expression\(|javascript:", re.IGNORECASE)
_SAFE_DATA = re.compile(r"data:image/(png|jpeg|webp);base64,", re.IGNORECASE)


@dataclass(frozen=True)
class CleanedDrawing:
    """A drawing that may be kept, its size in units, what was taken out of it as sentences, and its words."""

    content: bytes
    width: float
    height: float
    remarks: tuple[str, ...] = ()


def cleaned(content: bytes) -> CleanedDrawing:
    """The drawing written anew with known elements only. Raises FileRefused."""
    root = parsed(content)
    taken: Counter[str] = Counter()
    _clean(root, taken)
    _count(root)
    width, height = size(root)
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    words = {
        "script": _("a script"), "foreignObject": _("a part that is not a drawing (foreignObject)"),
        "event": _("instructions that run on a click or at opening"),
        "outside": _("what would be fetched from elsewhere"),
    }  # fmt: skip
    remarks = [words.get(name, _("«%(name)s»") % {"name": name}) for name in sorted(taken)]
    return CleanedDrawing(
        ET.tostring(root, encoding="utf-8", xml_declaration=True), width, height, tuple(remarks)
    )


def parsed(content: bytes) -> ET.Element:
    """The tree of a drawing. Raises FileRefused where it declares entities, is too large or is no drawing."""
    if len(content) > LARGEST:
        raise FileRefused(_("This drawing is larger than 2 MB: simplify its paths, or send it as a picture."))
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = [0]

    def forbidden(*_args: object) -> NoReturn:
        raise FileRefused(
            _("This drawing declares entities (DOCTYPE), by which harmful files grow or read others: save it as"
              " plain SVG.")
        )  # fmt: skip

    def begin(name: str, attributes: dict[str, str]) -> None:
        depth[0] += 1
        if depth[0] > DEEPEST:
            raise FileRefused(_("This drawing is nested too deeply: simplify it."))
        builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        depth[0] -= 1
        builder.end(_named(name))

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = forbidden
    parser.StartDoctypeDeclHandler = _doctype(forbidden)
    try:
        parser.Parse(content, True)
        root = builder.close()
    except (expat.ExpatError, AssertionError) as wrong:
        raise FileRefused(_("This drawing is damaged: it is no well-formed SVG.")) from wrong
    if root.tag != f"{{{SVG}}}svg":
        raise FileRefused(_("This file is no SVG drawing."))
    return root


def _doctype(forbidden: Callable[[], NoReturn]) -> Callable[[str, str | None, str | None, bool], None]:
    """A bare DOCTYPE, as old programs write it, is let through; one that declares anything is not."""

    def begin(_name: str, _system: str | None, _public: str | None, has_internal: bool) -> None:
        if has_internal:
            forbidden()

    return begin


def _named(name: str) -> str:
    return "{" + name if "}" in name else name


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _clean(element: ET.Element, taken: Counter[str]) -> None:
    for name, value in list(element.attrib.items()):
        reason = _why_not(_local(name), value, _local(element.tag))
        if reason:
            taken[reason] += 1
            del element.attrib[name]
    if _local(element.tag) == "style" and element.text and _OUTSIDE.search(element.text):
        taken["outside"] += 1
        element.text = ""
    for child in list(element):
        is_known = child.tag.startswith(f"{{{SVG}}}") and _local(child.tag) in _ELEMENTS
        if is_known:
            _clean(child, taken)
            continue
        element.remove(child)
        is_told = (
            child.tag.startswith(f"{{{SVG}}}") or "xhtml" in child.tag
        )  # notes of programs go in silence
        if is_told and _local(child.tag) != "metadata":
            taken[_local(child.tag)] += 1


def _why_not(name: str, value: str, element: str) -> str:
    """Why an attribute is taken out; nothing where it may stay."""
    if name.lower().startswith("on"):
        return "event"
    if name in {"href", "src"}:
        text = value.strip()
        is_inside = text.startswith("#") or (element == "image" and _SAFE_DATA.match(text))
        return "" if is_inside else "outside"
    return "outside" if _OUTSIDE.search(value) else ""


def _count(root: ET.Element) -> None:
    names = Counter(_local(element.tag) for element in root.iter())
    if sum(names.values()) > MOST_ELEMENTS or names["use"] > MOST_USES:
        raise FileRefused(_("This drawing has too many parts: simplify it, or send it as a picture."))
    known = {element.get("id"): element for element in root.iter() if element.get("id")}
    if any(_uses(element, known, 0) > MOST_ELEMENTS for element in root.iter(f"{{{SVG}}}use")):
        raise FileRefused(_("This drawing repeats itself inside itself without end: save it as plain SVG."))


def _uses(element: ET.Element, known: dict[str | None, ET.Element], depth: int) -> int:
    """How many elements a `use` draws, with what that uses; more than allowed where it never ends."""
    if depth > 4:
        return MOST_ELEMENTS + 1
    target = known.get((element.get("href") or element.get(f"{{{XLINK}}}href") or "").removeprefix("#"))
    if target is None:
        return 1
    total = 0
    for part in target.iter():
        total += _uses(part, known, depth + 1) if part.tag == f"{{{SVG}}}use" else 1
        if total > MOST_ELEMENTS:
            break
    return total


def size(root: ET.Element) -> tuple[float, float]:
    """Width and height in units of the drawing. Raises FileRefused where there is none."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        width, height = (
            (float(box[2]), float(box[3]))
            if len(box) == 4
            else (_units(root, "width"), _units(root, "height"))
        )
    except ValueError:
        width = height = 0.0
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise FileRefused(_("This drawing does not say how large it is: give it a viewBox."))
    if len(box) != 4:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    return width, height


def _units(root: ET.Element, name: str) -> float:
    found = re.match(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in)?\s*$", root.get(name, ""))
    return float(found.group(1)) if found else 0.0
