# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The generator's page: the form, the preview as one types, what does not fit and by how much."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.forms import Form
from django.utils.translation import gettext as _

from lgnet.mediakit import actions, rules
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import Words, make
from lgnet.mediakit.making.selfcheck import check
from lgnet.mediakit.models import ProductKind
from lgnet.network.worker import Worker
from lgnet.ui.paper import PaperError

PREVIEW = 720  # pixels


class Typed(Protocol):
    """The form of a product, as far as its preview asks."""

    @property
    def is_bound(self) -> bool: ...

    @property
    def fields(self) -> Mapping[str, Any]: ...

    @property
    def chosen_language(self) -> str: ...

    def words(self) -> Words: ...


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page that is one form."""

    form: Form


@dataclass(frozen=True, slots=True)
class MakePage:
    """The form with its preview."""

    kind: str
    label: str
    form: Typed
    picture: str
    width: int
    height: int
    words: str
    problems: Sequence[str]
    findings: Sequence[str]
    is_ready: bool


@dataclass
class _Shown:
    picture: str = ""
    width: int = 0
    height: int = 0
    words: str = ""
    problems: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)


def make_page(by: Worker, kind: str, form: Typed) -> MakePage:
    """Whatever was typed is drawn: an empty field is left out, one that is too long is told."""
    shown = _preview(by, kind, form)
    return MakePage(
        kind, str(ProductKind(kind).label), form, shown.picture, shown.width, shown.height, shown.words,
        shown.problems, shown.findings, not shown.problems,
    )  # fmt: skip


def _preview(by: Worker, kind: str, form: Typed) -> _Shown:
    design = actions.design(by=by, kind=kind, language=form.chosen_language, words=form.words())
    layout = make(design)
    shown = _Shown(
        width=PREVIEW, height=round(PREVIEW * layout.height / layout.width), words=design.words.headline
    )
    try:
        for one in drawing.too_long(layout, author=design.partner):
            label = str(form.fields["where" if one.name == "place" else one.name].label)
            values = {"field": label, "n": one.characters}
            shown.problems.append(_("«%(field)s» is too long: about %(n)s characters do not fit.") % values)
        png = drawing.picture(layout, "png", author=design.partner, pixels=PREVIEW)
    except PaperError:
        shown.problems.append(_("This text cannot be drawn."))
        return shown
    shown.picture = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    broken = [one for one in check(layout) if one.outcome == rules.Outcome.BROKEN and one.rule != "VIS-11"]
    shown.findings = [f"{one.rule}: {one.sentence()}" for one in broken]
    return shown
