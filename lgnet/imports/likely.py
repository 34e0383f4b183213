# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether people of a file are there twice, or registered already: by number, or by name and full birth date.

Only strong evidence is told, as a warning. The comparing is done by PostgreSQL over keyed hashes, in two
statements for the whole file: a search for each row would take hours (a known pain of other systems).
"""

from collections.abc import Iterator, Mapping

from django.db import connection

from lgnet.imports.copying import insert_plain
from lgnet.imports.findings import KEPT, Finding
from lgnet.imports.records import BulkPerson
from lgnet.people.match_keys import Kind, bag, document_number, tax_code_root
from lgnet.people.models import Precision
from lgnet.people.names import skeleton, tokens
from lgnet.people.queries import TAX_KINDS, hasher

CHUNK = 5_000
_MAKE = """
create temp table if not exists likely_twice (line integer, what text, key bigint, day_key bigint)
on commit drop
"""
_IN_FILE = """
select line, what, first from (
    select line, what, min(line) over (partition by what, key, day_key) as first from likely_twice
) known where line > first order by line limit %s
"""
_IN_REGISTER = """
select distinct t.line, t.what from likely_twice t
join people_matchkey m on m.key = t.key and m.partner_id = current_setting('app.partner')::uuid
where t.day_key is null
   or exists (select 1 from people_matchkey d where d.person_id = m.person_id and d.key = t.day_key)
order by t.line limit %s
"""


class LikelyTwice:
    """Gathers the evidence of a file row by row, and tells at the end. Use inside one transaction."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, str, int, int | None]] = []
        self._hash = hasher()
        with connection.cursor() as cursor:
            cursor.execute(_MAKE)
            cursor.execute("truncate likely_twice")

    def add(self, line: int, person: BulkPerson) -> None:
        """Remember what tells this person apart."""
        for number in person.identifiers:
            if number.kind in TAX_KINDS:
                root = tax_code_root(number.value)
                if root is not None:
                    self._waiting.append((line, "tax_code", self._hash(*root), None))
            elif text := document_number(number.value):
                self._waiting.append((line, "document", self._hash(Kind.DOCUMENT, text), None))
        identity = person.identity
        born = identity.birth_date
        words = tokens(f"{identity.given_name} {identity.family_name}")
        exact = (
            identity.birth_precision == Precision.DAY
            and born is not None
            and (born.month, born.day) != (1, 1)
        )
        if exact and born is not None and len(words) > 1:
            name = self._hash(Kind.BAG_YEAR, bag(map(skeleton, words)), str(born.year))
            self._waiting.append((line, "name_and_date", name, self._hash(Kind.DATE, born.isoformat())))
        if len(self._waiting) >= CHUNK:
            self._send()

    def _send(self) -> None:
        insert_plain("likely_twice", ["line", "what", "key", "day_key"], self._waiting)
        self._waiting.clear()

    def findings(self, letters: Mapping[str, str]) -> Iterator[Finding]:
        """Warnings about rows that look like somebody already there; at most a few thousand."""
        self._send()
        column = {"tax_code": letters.get("tax_code", ""), "document": letters.get("document", "")}
        with connection.cursor() as cursor:
            cursor.execute("analyze likely_twice")
            cursor.execute(_IN_FILE, [KEPT])
            for line, what, first in cursor.fetchall():
                where = column.get(what, "")
                yield Finding(line, where, "twice_in_file", {"what": what, "other": first}, is_warning=True)
            cursor.execute(_IN_REGISTER, [KEPT])
            for line, what in cursor.fetchall():
                yield Finding(line, column.get(what, ""), "in_register", {"what": what}, is_warning=True)
