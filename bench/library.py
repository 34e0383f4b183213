# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search of the library at 100,000 documents: `python -m bench.library`.

Documents are made of the Italian words of our own translations and of 40,000 invented rare ones, drawn as words are
in texts (a few stand everywhere, most almost nowhere); a third belongs to one partner only. Questions are asked through
the same function as the page's, as a partner and as the nation, with what the page reads besides. Written to
docs/evidence/library.json.
"""

import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Any

import django
import polib
import psycopg
from psycopg import sql

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
from bench import databases
from bench.place import ROOT, circumstances, enter

if sys.argv[1:] in ([], ["seed"]):
    enter()
django.setup()

from lgnet.core.embedded.settings import OWNER  # noqa: E402 - models need Django set up
from lgnet.core.rowsecurity import Actor, DbRole, acting_as  # noqa: E402
from lgnet.library.queries import Asked, search  # noqa: E402
from lgnet.network.models import Organisation  # noqa: E402

EVIDENCE = ROOT / "docs" / "evidence" / "library.json"
DOCUMENTS, RARE, SEED, AIM = 100_000, 40_000, 7, 100.0
NAME = f"bench_library_{DOCUMENTS}"
KINDS = ("practice", "module", "material", "discussion", "directive")
THEMES = ("legal", "housing", "health", "work", "language", "minors", "taking_in_charge", "civic_engagement")
ASKED = 60  # of each form
_INTO = """
insert into library_document (id, kind, partner_id, audience, readers, language, title, body, themes, at)
select id::uuid, kind, partner::uuid, audience, '{}', 'it', title, body, themes::varchar[],
       timestamptz '2024-01-01' + n * interval '14 minutes'
from incoming
"""


def common_words() -> list[str]:
    """Italian words of our own translations, the most frequent first."""
    seen: dict[str, int] = {}
    for path in sorted((ROOT / "lgnet").glob("*/locale/it/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            for word in entry.msgstr.lower().split():
                if word.isalpha() and len(word) > 3:
                    seen[word] = seen.get(word, 0) + 1
    return sorted(seen, key=lambda word: (-seen[word], word))


def rare_words(random: Random) -> list[str]:
    """Invented words that sound Italian, each once."""
    parts = [
        "ba",
        "co",
        "di",
        "fe",
        "gra",
        "li",
        "mo",
        "nu",
        "pre",
        "ri",
        "sca",
        "to",
        "ve",
        "zi",
        "lle",
        "ntra",
    ]
    endings = ["zione", "mento", "tore", "ario", "ezza", "abile", "ino", "ata"]
    found: dict[str, None] = {}
    while len(found) < RARE:
        found["".join(random.choices(parts, k=random.randint(2, 4))) + random.choice(endings)] = None
    return list(found)


def documents(partners: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows of 100,000 documents, always the same."""
    random = Random(SEED)
    words = [*common_words(), *rare_words(random)]
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
    for n in range(DOCUMENTS):
        text = random.choices(words, cum_weights=weights, k=random.randint(60, 320))
        audience = ("network", "network", "partner")[n % 3]
        themes = "{" + ",".join(random.sample(THEMES, 2)) + "}"
        partner = random.choice(partners)
        yield (
            n, str(uuid.UUID(int=random.getrandbits(128))), KINDS[n % 5], partner, audience,
            " ".join(text[:6]), " ".join(text[6:]), themes,
        )  # fmt: skip


def make() -> None:
    """Make the database anew and fill it, unless it is complete already."""
    with psycopg.connect(databases.server().dsn(OWNER, "postgres"), autocommit=True) as owner:
        found = owner.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = %s", [NAME]
        ).fetchone()
        if found == ("complete",):
            databases.run_in(NAME, ["lgnet.config.cli", "migrate"])
            return
        owner.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(NAME)))
        owner.execute(sql.SQL("create database {} template template0").format(sql.Identifier(NAME)))
        owner.execute(sql.SQL("grant connect on database {} to lgnet_web").format(sql.Identifier(NAME)))
    databases.run_in(NAME, ["lgnet.config.cli", "migrate"])
    began = time.monotonic()
    with psycopg.connect(databases.server().dsn(OWNER, NAME), autocommit=True) as owner:
        _fill(owner)
        owner.execute("vacuum (analyze, freeze) library_document")
        owner.execute("vacuum (analyze) library_word")
        owner.execute(sql.SQL("comment on database {} is 'complete'").format(sql.Identifier(NAME)))
    print(f"{DOCUMENTS:,} documents written in {time.monotonic() - began:.0f} s.", flush=True)


def _fill(owner: "psycopg.Connection[Any]") -> None:
    partners = [
        str(pk)
        for (pk,) in owner.execute(
            "select organisation_id from network_partnership p join network_edition e on e.id = p.edition_id"
            " where e.code = 'lgnet3' and p.role = 'local_partner' order by 1"
        )
    ]
    owner.execute(
        "create temporary table incoming (n integer, id text, kind text, partner text, audience text, title text,"
        " body text, themes text)"
    )
    with owner.cursor() as cursor, cursor.copy("copy incoming from stdin") as copy:
        for row in documents(partners):
            copy.write_row(row)
    owner.execute("set maintenance_work_mem = '512MB'")
    owner.execute("drop index document_vector")
    owner.execute(_INTO)
    owner.execute(
        "create index document_vector on library_document using gin (vector) with (fastupdate = off)"
    )


def questions() -> dict[str, list[Asked]]:
    """What is asked, by its form."""
    random = Random(SEED + 1)
    common = common_words()
    rare = rare_words(Random(SEED))  # the same generator state as the documents' words
    often, seldom = common[:25], common[300:3000]
    return {
        "a word of a third of all": [Asked(random.choice(often[:8])) for _ in range(ASKED)],
        "two words": [Asked(f"{random.choice(often)} {random.choice(seldom)}") for _ in range(ASKED)],
        "three words": [
            Asked(f"{random.choice(often)} {random.choice(often)} {random.choice(seldom)}")
            for _ in range(ASKED)
        ],
        "a rare word": [Asked(random.choice(rare)) for _ in range(ASKED)],
        "with a facet": [Asked(random.choice(seldom), kind=random.choice(KINDS)) for _ in range(ASKED)],
        "a typing error": [Asked(_mistyped(random, random.choice(seldom))) for _ in range(ASKED)],
    }


def _mistyped(random: Random, word: str) -> str:
    """Two letters exchanged in the middle of a word."""
    if len(word) < 7:
        word = f"{word}mento"
    at = random.randint(2, len(word) - 3)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def ask() -> dict[str, Any]:
    """Median and 95th percentile in milliseconds, by form and of all."""
    with acting_as(Actor(DbRole.NATIONAL)):
        roma = Organisation.objects.get(code="roma").pk
    results: dict[str, Any] = {}
    every: list[float] = []
    for form, asked in questions().items():
        took, hits, matches = list[float](), 0, 0
        for number, one in enumerate((*asked[:5], *asked)):
            role = DbRole.NATIONAL if number % 3 == 0 else DbRole.LOCAL
            began = time.perf_counter()
            with acting_as(Actor(role, roma if role is DbRole.LOCAL else None)):
                found = search(one)
                if number % 4 == 0 and found.next_place is not None:
                    began = time.perf_counter()  # then it is the second page that is measured
                    found = search(one, found.next_place)
            if number >= 5:  # the first ones warm the caches
                took.append((time.perf_counter() - began) * 1000)
                hits += bool(found.hits)
                matches = max(matches, found.total)
        every += took
        results[form] = {**_told(took), "found_something": hits, "most_matches": matches}
    return {"forms": results, "all": _told(every)}


def _told(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    return {
        "asked": len(took),
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95) - 1], 1),
        "worst_ms": round(ordered[-1], 1),
    }


def main() -> None:
    """Make the documents where they are missing, ask, print and keep the figures."""
    with databases.server(fast=True):
        make()
    if sys.argv[1:] == ["seed"]:
        return
    with databases.server():
        with psycopg.connect(databases.server().dsn(OWNER, NAME)) as owner:
            (words,) = owner.execute("select count(*) from library_word").fetchone() or (0,)
            (size,) = owner.execute(
                "select pg_total_relation_size('library_document') / 2^20"
            ).fetchone() or (0,)
        said = databases.run_in(NAME, ["bench.library", "ask"], LGNET_DEMO="0")
    about = {
        **circumstances(), "documents": DOCUMENTS, "words": words, "megabytes": round(size), "aim_p95_ms": AIM,
        **json.loads(said.splitlines()[-1]),
    }  # fmt: skip
    EVIDENCE.write_text(json.dumps(about, indent=1) + "\n")
    print(json.dumps(about, indent=1))


if __name__ == "__main__":
    if sys.argv[1:] == ["ask"]:
        print(json.dumps(ask()))
    else:
        main()
