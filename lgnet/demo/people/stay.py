# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The status of stay as dated rows: first request, titles, renewals in time or too late, gaps with reasons.

Months are counted as 30.4 days: these are invented documents, not a calculation of terms.
"""

from datetime import date, timedelta
from functools import cache

from lgnet.demo.people.model import Stay
from lgnet.demo.people.tables import Draw, pick, read, spread

TEMPORARY_PROTECTION_BEGAN = date(2022, 3, 4)  # Council Decision (EU) 2022/382
TEMPORARY_PROTECTION_ENDS = date(2027, 3, 4)
NO_TITLE = frozenset({"IRR", "NDR", "ITA", "CUE"})
DECIDED_LATER = frozenset({"RIF", "SUS", "SPE", "RSC"})
UNTIL_DECIDED = {"RIC": "receipt_first", "RSC": "certificate", "EME": "receipt_first"}


@cache
def _profiles() -> dict[str, tuple[str, ...]]:
    return {name: spread(text) for name, text in read("stay")["profiles"].items()}


@cache
def _before() -> dict[str, tuple[str, ...]]:
    return {code: spread(text) for code, text in read("stay")["before"].items()}


@cache
def _months() -> dict[str, int]:
    return {code: int(months) for code, months in read("stay")["months"].items()}


@cache
def _reasons() -> tuple[str, ...]:
    return spread(read("stay")["missing"]["no_title"])


def adult_status(draw: Draw, profile: str, days_here: int) -> str:
    """The status of an adult from a country of this profile; what takes years is not held after weeks."""
    code = pick(draw, _profiles()[profile])
    if days_here < 240 and code in DECIDED_LATER:
        return "RIA"
    if days_here < 1830 and code == "SLP":
        return "LSU"
    return code


def history(draw: Draw, code: str, arrived: date, eighteen: date | None, today: date) -> tuple[Stay, ...]:
    """Rows, oldest first, that end with ``code`` as the status that holds today.

    ``eighteen`` is the day a minor comes of age: titles for minors end there.
    """
    here = max(1, (today - arrived).days)
    if code in NO_TITLE:
        reason = "not_foreseen" if code in ("ITA", "CUE", "IRR") else pick(draw, _reasons())
        return (Stay(code, "none", arrived, None, reason, None),)
    if code == "SCA":
        return _expired(draw, arrived, here, today)
    if code in UNTIL_DECIDED:
        return _pending(draw, code, arrived, here, today)
    if code == "TMP":
        return _temporary(draw, max(arrived, TEMPORARY_PROTECTION_BEGAN), today)
    if code in ("MIN", "MINF", "PROS") and eighteen is not None:
        if code == "PROS":
            eighteen = (
                eighteen.replace(year=eighteen.year + 3) if eighteen.day < 29 else eighteen + timedelta(1095)
            )
        since = today - timedelta(days=int(here * (0.2 + 0.7 * draw())))
        return (Stay(code, "permit", since, max(eighteen, since), "", None),)
    return _valid(draw, code, arrived, here, today)


def _days(code: str) -> int:
    return int((_months().get(code) or 12) * 30.4)


def _valid(draw: Draw, code: str, arrived: date, here: int, today: date) -> tuple[Stay, ...]:
    life = _days(code)
    used = int(min(life, here) * draw())
    chance = draw()
    if chance < 0.08:  # expires within ninety days
        used = min(here, life - int(90 * draw()) - 1)
    elif chance < 0.13 and here > life:  # expired not long ago: renew at once
        used = min(here, life + 1 + int(55 * draw()))
    issued = today - timedelta(days=max(0, used))
    expires = issued + timedelta(days=life)
    asked = None
    if expires <= today + timedelta(days=60) and draw() < 0.55:
        asked = min(today, max(issued, expires - timedelta(days=int(60 * draw()))))
    row = Stay(
        code,
        "certificate" if code == "RIA" and draw() < 0.4 else "permit",
        issued,
        expires,
        "",
        asked,
    )
    if draw() < 0.02:
        row = Stay(code, row.document, issued, None, "not_shown", None)
    if here - used < 200 or (code in ("SLP", "STU") and draw() < 0.5):
        return (row,)
    earlier = "RIA" if code in ("RIF", "SUS", "SPE") else code if code not in ("SLP", "ATO") else "LSU"
    begun = issued - timedelta(days=min(here - used, 60 + int(_days(earlier) * (0.5 + draw() / 2))))
    return (
        Stay(earlier, "permit", begun, max(begun, issued - timedelta(days=1)), "", None),
        row,
    )


def _expired(draw: Draw, arrived: date, here: int, today: date) -> tuple[Stay, ...]:
    old = pick(draw, _before()["SCA"])
    ended = today - timedelta(days=min(here, 61 + int(700 * draw() * draw())))
    begun = max(arrived, ended - timedelta(days=_days(old)))
    gone = Stay(old, "permit", min(begun, ended), ended, "", None)
    return (gone, Stay("SCA", "permit", ended, ended, "", None))


def _pending(draw: Draw, code: str, arrived: date, here: int, today: date) -> tuple[Stay, ...]:
    asked = today - timedelta(days=min(here, 5 + int(420 * draw() * draw())))
    reason = "being_issued" if code != "RSC" else "not_foreseen"
    if code == "EME" or (code == "RIC" and (draw() < 0.3 or (asked - arrived).days < 120)):
        return (Stay(code, UNTIL_DECIDED[code], asked, None, reason, None),)
    old = pick(draw, _before()[code])
    begun = max(arrived, asked - timedelta(days=_days(old) - 40))
    ended = max(begun, asked + timedelta(days=int(60 * draw()) - 20))
    document = "receipt_renewal" if code == "RIC" else UNTIL_DECIDED[code]
    return (
        Stay(old, "permit", begun, ended, "", asked if code == "RIC" else None),
        Stay(code, document, asked, None, reason, None),
    )


def _temporary(draw: Draw, since: date, today: date) -> tuple[Stay, ...]:
    first = min(today, since + timedelta(days=int(60 * draw())))
    rows: list[Stay] = []
    while first <= today:
        end = date(first.year + (first >= date(first.year, 3, 4)), 3, 4)
        if end > TEMPORARY_PROTECTION_ENDS:
            break
        rows.append(Stay("TMP", "permit", first, end, "", None))
        first = end
    if not rows:
        rows.append(Stay("TMP", "permit", since, max(since, TEMPORARY_PROTECTION_ENDS), "", None))
    if len(rows) > 1 and draw() < 0.06:
        rows.pop()  # the last extension was not noted: on paper the title is expired
    return tuple(rows)
