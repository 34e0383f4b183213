# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The components: `{% load ui %}`, then these tags; `/_ui/` shows each of them in all its states.

Markup lives in `templates/ui/`. Pages use tags, never classes of Bootstrap Italia for what a tag already draws.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.forms import BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lgnet.ui import deadlines
from lgnet.ui.charts import Chart
from lgnet.ui.looks import Look, Stage, Tone, look_for
from lgnet.ui.notices import UNDO

register = template.Library()

Text = str | Promise
SPRITE = "vendor/bootstrap-italia/2.18.3/svg/icons.svg"
MESSAGE_LOOKS: dict[str, tuple[Tone, str]] = {
    "debug": ("neutral", "info-circle"),
    "info": ("info", "info-circle"),
    "success": ("good", "check-circle"),
    "warning": ("warn", "warning-circle"),
    "error": ("bad", "warning-circle"),
}


class Verdict(Protocol):
    """What a policy answers: whether it may be done, and if not, the sentence that says why."""

    @property
    def allowed(self) -> bool: ...

    @property
    def reason(self) -> Text: ...


def _trimmed(content: SafeString) -> SafeString:
    """Without the blanks around it, so that an empty block is false; `strip` alone would make it unsafe."""
    return mark_safe(content.strip())  # noqa: S308 - rendered by the template engine, which escaped it


@register.simple_tag
def staff_languages() -> list[str]:
    """The languages of whoever works here, as codes."""
    return [code for code, _name in settings.STAFF_LANGUAGES]


@register.filter
def grouped(value: int) -> str:
    """A whole number as its reader writes it: 2.072 in Italian, like the figures above the tables."""
    return number_format(value, force_grouping=True)


@register.simple_tag
def icon(name: str, label: Text = "", css: str = "") -> SafeString:
    """An icon of the sprite; without `label` it is decoration and silent for a screen reader."""
    return _drawn(name, str(label), css)


@lru_cache(maxsize=512)  # a page draws up to a hundred of them, always the same few
def _drawn(name: str, label: str, css: str) -> SafeString:
    silent = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="ui-icon {}" focusable="false" {}><use href="{}#it-{}"></use></svg>',
        css,
        silent,
        static(SPRITE),
        name,
    )


@register.simple_block_tag(end_name="endpageheader")
def pageheader(
    content: SafeString, title: Text, intro: Text = "", back: str = "", back_label: Text = ""
) -> SafeString:
    """The one h1 of a page, with the way back and, inside the block, the main actions."""
    context = {
        "title": title,
        "intro": intro,
        "back": back,
        "back_label": back_label,
        "actions": _trimmed(content),
    }
    return render_to_string("ui/page_header.html", context)


@register.simple_block_tag(end_name="endcard")
def card(
    content: SafeString,
    title: Text = "",
    level: int = 2,
    url: str = "",
    symbol: str = "",
    tone: Tone = "neutral",
) -> SafeString:
    """A surface with one subject; `url` makes the title a link, `level` is the level of its heading."""
    context = {"title": title, "level": level, "url": url, "symbol": symbol, "tone": tone, "body": content}
    return render_to_string("ui/card.html", context)


@register.simple_block_tag(end_name="endfold")
def fold(content: SafeString, title: Text, key: str, symbol: str = "", tone: Tone = "neutral") -> SafeString:
    """A card of a long page: on a phone all but the first are folded, and an address `#key` opens its own."""
    context = {"title": title, "key": key, "symbol": symbol, "tone": tone, "body": content}
    return render_to_string("ui/fold.html", context)


@register.simple_block_tag(end_name="endtable")
def table(content: SafeString, caption: Text, caption_hidden: bool = False) -> SafeString:
    """A table that becomes a stack of cards on a phone; its cells are `{% cell "Column" %}`."""
    return render_to_string(
        "ui/table.html", {"caption": caption, "caption_hidden": caption_hidden, "body": content}
    )


@register.simple_block_tag(end_name="endcell")
def cell(content: SafeString, label: Text, head: bool = False, numeric: bool = False) -> SafeString:
    """A cell that repeats the name of its column where there is no room for columns; `head` names the row."""
    css = " ui-cell--number" if numeric else ""
    if head:
        return format_html('<th scope="row" class="ui-cell ui-cell--head">{}</th>', content)
    return format_html(
        '<td class="ui-cell{}" data-label="{}"><div class="ui-cell-body">{}</div></td>', css, label, content
    )


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A form field with label, help and error, for forms laid out by hand."""
    return bound.as_field_group()


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: object) -> dict[str, object]:
    """The summary of errors with links to the fields, for forms laid out by hand."""
    return {"form": form}


@register.inclusion_tag("ui/badge.html")
def badge(label: Text, tone: Tone = "neutral", symbol: str = "") -> dict[str, object]:
    """A short word in a pill. For a state use `status`, which knows its colour and icon."""
    return {"look": Look(tone, symbol, label)}


@register.inclusion_tag("ui/badge.html")
def status(code: str, label: Text = "") -> dict[str, object]:
    """A state as everywhere else: icon, word and colour from the one map."""
    return {"look": look_for(code, label)}


@register.inclusion_tag("ui/stepper.html")
def stepper(stages: Sequence[Stage], label: Text) -> dict[str, object]:
    """Where on its path something stands; `label` names the path for a screen reader."""
    position = next((i for i, stage in enumerate(stages, start=1) if stage.state == "current"), 0)
    return {"stages": stages, "label": label, "position": position}


@register.simple_block_tag(end_name="endtimeline")
def timeline(content: SafeString, label: Text) -> SafeString:
    """What happened, newest first; inside are `{% moment %}` blocks."""
    return format_html('<ol class="ui-timeline" aria-label="{}">{}</ol>', label, content)


@register.simple_block_tag(end_name="endmoment")
def moment(
    content: SafeString,
    title: Text,
    at: date | datetime,
    by: Text = "",
    symbol: str = "note",
    tone: Tone = "neutral",
) -> SafeString:
    """One entry of a timeline."""
    context = {"title": title, "at": at, "by": by, "symbol": symbol, "tone": tone, "body": _trimmed(content)}
    return render_to_string("ui/moment.html", context | {"with_time": isinstance(at, datetime)})


@register.simple_block_tag(end_name="enddialog")
def dialog(content: SafeString, id: str, title: Text) -> SafeString:  # noqa: A002 - the attribute is called id
    """A dialog, opened by any button with `data-open-dialog="id"`; Escape and the cross close it."""
    return render_to_string("ui/dialog.html", {"id": id, "title": title, "body": content})


@register.simple_block_tag(end_name="endempty")
def empty(content: SafeString, title: Text, symbol: str = "inbox") -> SafeString:
    """Nothing here yet: says so kindly, and the block says what to do next."""
    return render_to_string("ui/empty.html", {"title": title, "symbol": symbol, "body": content})


@register.inclusion_tag("ui/pager.html")
def pager(
    previous_url: str = "", next_url: str = "", label: Text = "", target: str = ""
) -> dict[str, object]:
    """Earlier and later only: long lists are cut by key, so nobody counts pages. `target` lets htmx swap."""
    return {"previous_url": previous_url, "next_url": next_url, "label": label, "target": target}


@register.inclusion_tag("ui/action.html", takes_context=True)
def action(
    context: Context,
    verdict: Verdict,
    url: str,
    label: Text,
    symbol: str = "",
    kind: str = "primary",
    key: str = "",
) -> dict[str, object]:
    """The button that a policy draws: a form that posts, or a disabled button that says why.

    `kind` is primary, secondary or danger. `key` tells apart two buttons to one address on a page.
    """
    reason_id = "why" + "".join(c if c.isalnum() else "-" for c in f"{url}{key}")
    return {
        "verdict": verdict,
        "url": url,
        "label": label,
        "symbol": symbol,
        "kind": kind,
        "reason_id": reason_id,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("ui/toast.html", takes_context=True)
def toast(context: Context, text: Text, undo_url: str = "", tone: Tone = "good") -> dict[str, object]:
    """What was just done, with the way to take it back; it stays until it is closed."""
    symbol = {"good": "check-circle", "warn": "warning-circle", "bad": "warning-circle"}.get(
        tone, "info-circle"
    )
    csrf = context.get("csrf_token", "")
    return {"text": text, "undo_url": undo_url, "tone": tone, "symbol": symbol, "csrf_token": csrf}


@register.inclusion_tag("ui/toast.html", takes_context=True)
def message_toast(context: Context, message: Message) -> dict[str, object]:
    """A message of Django's framework as a toast; see `lgnet.ui.notices` for the one with undo."""
    tone, symbol = MESSAGE_LOOKS.get(message.level_tag, ("info", "info-circle"))
    extra = message.extra_tags or ""
    undo_url = extra.removeprefix(UNDO) if extra.startswith(UNDO) else ""
    csrf = context.get("csrf_token", "")
    return {"text": message.message, "undo_url": undo_url, "tone": tone, "symbol": symbol, "csrf_token": csrf}


@register.inclusion_tag("ui/progress.html")
def progress(
    label: Text, value: int | None = None, maximum: int = 100, poll_url: str = "", note: Text = ""
) -> dict[str, object]:
    """How far a long job is; with `poll_url` it asks again every two seconds and replaces itself."""
    percent = None if value is None or not maximum else min(100, round(value * 100 / maximum))
    return {
        "label": label,
        "value": value,
        "maximum": maximum,
        "percent": percent,
        "poll_url": poll_url,
        "note": note,
    }


@register.inclusion_tag("ui/time_left.html")
def time_left(due: date | datetime, soon_days: int = 2, is_validity: bool = False) -> dict[str, object]:
    """How long until `due`, in words; late, soon and on time differ by word and icon, not by colour alone.

    With `is_validity`, `due` is the last day of a document: it has expired, nobody is late.
    """
    left = deadlines.time_left(due, now=timezone.now(), soon_days=soon_days, is_validity=is_validity)
    return {"left": left}


@register.inclusion_tag("ui/figure.html")
def figure(
    label: Text, value: object, as_of: date | datetime, unit: Text = "", note: Text = "", url: str = "",
    target: int | None = None, reached: int | None = None,
) -> dict[str, object]:  # fmt: skip
    """A number that matters, with the moment it was true; with `target`, how much of it is reached."""
    return {
        "label": label,
        "value": number_format(value, force_grouping=True) if isinstance(value, int) else value,
        "raw": value,
        "as_of": as_of,
        "with_time": isinstance(as_of, datetime),
        "unit": unit,
        "note": note,
        "url": url,
        "target": target,
        "goal": number_format(target, force_grouping=True) if target is not None else "",
        "reached": reached,
        "percent": reached * 100 // target if target and reached is not None else None,  # 100 means all of it
    }


@register.inclusion_tag("ui/chart.html")
def chart(chart: Chart, take: str = "png svg csv") -> dict[str, object]:
    """A chart with its table, its definition and its day; `take` names the files that it can be taken out as."""
    return {"chart": chart, "kinds": take.split()}
