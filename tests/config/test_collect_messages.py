# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet messages make`: new texts come, dead ones go, what a person wrote stays, and a second run changes nothing."""

import shutil
from pathlib import Path

import polib
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from lgnet.config.collecting import collect, merge
from lgnet.config.translations import PACKAGE, catalogues

needs_gettext = pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is not installed")

HEADER = """\
# SPDX-FileCopyrightText: 2026 The LGNET platform contributors

# Our own words for the months.
msgid ""
msgstr ""
"Language: it\\n"
"POT-Creation-Date: 2026-11-23 14:57+0000\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

WRITTEN = f"""{HEADER}
# A remark for the translator.
#: old.py
msgid "Stays"
msgstr "Resta"

#: gone.py
msgid "Obsolete"
msgstr "Superato"

msgid "January"
msgstr "gennaio"

#: old.py
#| msgid_plural "of %(n)s"
msgid "Of %(n)s"
msgid_plural "Of all %(n)s"
msgstr[0] "Su %(n)s"
msgstr[1] "Su tutti %(n)s"

#~ msgid "Dead"
#~ msgstr "Morto"
"""

TEMPLATE = f"""{HEADER.replace("14:57", "23:59")}
#: new.py
msgid "Brand new"
msgstr ""

#: elsewhere.py
msgctxt "month"
msgid "May"
msgstr ""

#: new.py
#, python-format
msgid "Of %(n)s"
msgid_plural "Of all %(n)s"
msgstr[0] ""
msgstr[1] ""

#: new.py pages/a.py
msgid "Stays"
msgstr ""
""".encode()


def the_other_room() -> Catalog:
    return read_po(
        [*HEADER.splitlines(), "", 'msgctxt "month"', 'msgid "May"', 'msgstr "maggio"'], locale="it"
    )


def test_a_merge_keeps_the_order_and_what_was_written_by_hand_and_drops_what_is_obsolete() -> None:
    merged = merge(WRITTEN, TEMPLATE, "it", [the_other_room()])

    assert merged.startswith(HEADER)
    entries = polib.pofile(merged)
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in entries] == [
        (None, "Stays", "Resta"),
        (None, "January", "gennaio"),
        (None, "Of %(n)s", ""),
        (None, "Brand new", ""),
        ("month", "May", "maggio"),
    ]
    assert entries[2].msgstr_plural == {0: "Su %(n)s", 1: "Su tutti %(n)s"}
    assert entries[2].flags == ["python-format"]
    assert entries[0].occurrences == [("new.py", ""), ("pages/a.py", "")]
    assert entries[0].tcomment == "A remark for the translator."
    assert "#|" not in merged and "#~" not in merged


def test_merging_twice_changes_nothing() -> None:
    once = merge(WRITTEN, TEMPLATE, "it", [the_other_room()])

    assert merge(once, TEMPLATE.replace(b"23:59", b"23:58"), "it", [the_other_room()]) == once


def test_a_text_that_became_plural_is_translated_anew() -> None:
    one = f'{HEADER}\n#: a.py\nmsgid "Of %(n)s"\nmsgstr "Su %(n)s"\n'

    entry = polib.pofile(merge(one, TEMPLATE, "it")).find("Of %(n)s")

    assert entry is not None and entry.msgstr_plural == {0: "", 1: ""}


@needs_gettext
def test_a_room_without_a_catalogue_gets_one(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / "words.py").write_text(
        'from django.utils.translation import gettext as _\n\nHELLO = _("Hello")\n'
    )

    collect(tmp_path, "it")

    made = tmp_path / "locale" / "it" / "LC_MESSAGES" / "django.po"
    assert [(entry.msgid, entry.occurrences) for entry in polib.pofile(str(made))] == [
        ("Hello", [("words.py", "")])
    ]
    assert not list(tmp_path.rglob("*.pot"))


@needs_gettext
@pytest.mark.parametrize("room", ["config", "direction", "outreach"])
def test_a_room_of_ours_loses_no_translation_and_the_second_run_changes_nothing(
    room: str, tmp_path: Path
) -> None:
    shutil.copytree(PACKAGE / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    path = tmp_path / room / "locale" / "it" / "LC_MESSAGES" / "django.po"
    before = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))}

    collect(tmp_path / room, "it", known=catalogues())
    once = path.read_text()
    collect(tmp_path / room, "it", known=catalogues())

    assert path.read_text() == once
    after = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))}
    assert all(
        (entry.msgstr, entry.msgstr_plural) == (before[key].msgstr, before[key].msgstr_plural)
        for key, entry in after.items()
        if key in before
    )
    assert len(after) > 5
