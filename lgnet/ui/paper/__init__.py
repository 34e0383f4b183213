# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Typeset papers as tagged PDF (PDF/UA-1) in any of our languages, with no system library.

A template lives in its domain (`lgnet/<domain>/paper/*.typ`) and begins with the shared letterhead, which
puts the emblem of the Union and the full sentence on every page. Data reach it as JSON only: text is never
pasted into markup, so nothing a person types can act as a command.
"""

import datetime as dt
import json
import logging
import warnings
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import typst

from lgnet.core.clock import now
from lgnet.ui.paper.legible import FONTS, legible

__all__ = ["Form", "PaperError", "drawn", "measured", "render"]

Form = Literal["pdf", "svg", "png"]
PACKAGE = Path(__file__).resolve().parent.parent.parent
log = logging.getLogger(__name__)


class PaperError(Exception):
    """The template and its data do not make a paper; a fault of ours, never of the person who prints."""


def render(
    template: str, data: Mapping[str, object], *, language: str, second_language: str | None = None
) -> bytes:
    """Typeset a template, named by its path inside the package ("cases/paper/plan.typ"), as PDF/UA-1.

    The template finds `data` and the languages (BCP 47 codes) in `letterhead.typ`. Dates travel as ISO text.
    Raises PaperError when the template is missing, broken, or asks for something `data` lacks.
    """
    return _compiled(_ready(template, data, language, second_language), template, "pdf")


def drawn(
    template: str, data: Mapping[str, object], *, language: str, form: Form, ppi: float | None = None
) -> bytes:
    """The same as PDF, SVG or PNG: a picture of the first page, `ppi` points of a PNG to the inch.

    Raises PaperError as `render` does.
    """
    return _compiled(_ready(template, data, language, None), template, form, ppi)


def measured(
    template: str, data: Mapping[str, object], *, language: str, label: str
) -> list[dict[str, object]]:
    """What a template says of itself under a label (`metadata(...) <label>`), in the order of the document."""
    compiler = _ready(template, data, language, None)
    try:
        found = compiler.query(f"<{label}>", field="value")
    except typst.TypstError as error:
        raise PaperError(_explained(template, error)) from error
    return list(found) if isinstance(found, list) else list(json.loads(found))


def _ready(
    template: str, data: Mapping[str, object], language: str, second_language: str | None
) -> typst.Compiler:
    path = PACKAGE / template
    if not path.is_file():
        raise PaperError(f"There is no template {template} in {PACKAGE.name}.")
    inputs = {
        "data": json.dumps(legible(dict(data)), ensure_ascii=False, default=_as_text),
        "language": language,
        "second-language": second_language or "",
    }
    return typst.Compiler(
        path, root=PACKAGE, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )


def _compiled(compiler: typst.Compiler, template: str, form: Form, ppi: float | None = None) -> bytes:
    stamp = int(now().timestamp())
    try:
        with warnings.catch_warnings(record=True) as remarks:
            warnings.simplefilter("always", typst.TypstWarning)
            if form == "pdf":
                made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=stamp)
            else:
                made = compiler.compile(format=form, ppi=ppi)
    except typst.TypstError as error:
        raise PaperError(_explained(template, error)) from error
    for remark in remarks:
        log.warning("Paper %s: %s", template, remark.message)
    if not isinstance(made, bytes):
        raise PaperError(f"{template} gave no document.")
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The vendored faces only: a paper must look the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _as_text(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise PaperError(f"A {type(value).__name__} cannot be printed: pass text, numbers, dates and lists.")


def _explained(template: str, error: typst.TypstError) -> str:
    hints = "".join(f" Hint: {hint}." for hint in error.hints)
    where = f" At {error.trace[-1]}." if error.trace else ""
    return f"{template}: {error.message}.{hints}{where}"
