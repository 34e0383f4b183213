# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What programs are answered: a page of a list as HSDS has it, and what was asked for."""

import datetime as dt
import json
import math
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

PER_PAGE, MOST_PER_PAGE, MOST_PAGES = 50, 500, 10_000
T = TypeVar("T")


class WrongQuestion(ValueError):
    """A parameter that is not understood; the sentence is for whoever wrote the program."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a list, understood."""

    search: str
    page: int
    per_page: int
    is_ndjson: bool
    is_full: bool
    is_minimal: bool
    term: str
    taxonomy: str
    organization: str
    modified_after: dt.datetime | None


def asked_of(given: Mapping[str, str]) -> Asked:
    """Read the parameters. Raises WrongQuestion."""
    form = given.get("format", "json") or "json"
    if form not in ("json", "ndjson"):
        raise WrongQuestion("format is json or ndjson")
    return Asked(
        search=given.get("search", "")[:100].strip(),
        page=_number(given, "page", 1, MOST_PAGES),
        per_page=_number(given, "per_page", PER_PAGE, MOST_PER_PAGE),
        is_ndjson=form == "ndjson",
        is_full=_flag(given, "full"),
        is_minimal=_flag(given, "minimal"),
        term=_id(given, "taxonomy_term_id"),
        taxonomy=_id(given, "taxonomy_id"),
        organization=_id(given, "organization_id"),
        modified_after=_moment(given, "modified_after"),
    )


def _number(given: Mapping[str, str], name: str, otherwise: int, most: int) -> int:
    text = given.get(name, "")
    if not text:
        return otherwise
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= most):
        raise WrongQuestion(f"{name} is a number from 1 to {most}")
    return int(text)


def _flag(given: Mapping[str, str], name: str) -> bool:
    text = given.get(name, "").lower()
    if text not in ("", "true", "false", "1", "0"):
        raise WrongQuestion(f"{name} is true or false")
    return text in ("true", "1")


def _id(given: Mapping[str, str], name: str) -> str:
    text = given.get(name, "")
    try:
        return str(uuid.UUID(text)) if text else ""
    except ValueError:
        raise WrongQuestion(f"{name} is an id (UUID)") from None


def _moment(given: Mapping[str, str], name: str) -> dt.datetime | None:
    text = given.get(name, "")
    if not text:
        return None
    try:
        found = dt.datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        raise WrongQuestion(f"{name} is a date and time (ISO 8601)") from None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def page_of(rows: Sequence[T], asked: Asked, write: Callable[[T], Any]) -> dict[str, Any]:
    """One page of a list, as HSDS wraps it."""
    total, pages = len(rows), max(1, math.ceil(len(rows) / asked.per_page))
    shown = rows[(asked.page - 1) * asked.per_page : asked.page * asked.per_page]
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(shown),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not shown,
        "contents": [write(row) for row in shown],
    }


def as_ndjson(rows: Iterable[Any]) -> bytes:
    """One value on each line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
