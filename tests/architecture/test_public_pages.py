# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""No public page is half translated: what visitors may read is in every language of visitors."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

from lgnet.config.collecting import is_public_file
from lgnet.config.commands.messages import VISITORS_ONLY
from lgnet.ui.public import LANGUAGES
from tests.architecture.house import PACKAGE

Text = tuple[str | None, str]
GETTEXT = {"_": 0, "gettext": 0, "gettext_lazy": 0, "ngettext": 0, "ngettext_lazy": 0}
PGETTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 1, "npgettext_lazy": 1}
CALL = re.compile(r"(?<!\w)(?:n?p?gettext|_)\((?:u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")(?:, )?)+")
HOLE = re.compile(r"%\(\w+\)\w")


def texts_in(source: str) -> Iterator[Text]:
    """Every text that this Python source asks the catalogue for, with its context."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if node.func.id in GETTEXT and words:
                yield None, words[0]
            if node.func.id in PGETTEXT and len(words) > 1:
                yield words[0], words[1]


def texts_of(path: Path) -> Iterator[Text]:
    """The same for a file; a template is turned into calls first, as Django's own collector does."""
    if path.suffix == ".py":
        yield from texts_in(path.read_text())
    else:
        for call in CALL.findall(templatize(path.read_text())):
            yield from texts_in(call.removesuffix(", ") + ")")


def public_files() -> Iterator[tuple[str, Path]]:
    """Modules and templates that visitors read, each with its domain."""
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("templates/**/*.html")]):
        inside = path.relative_to(PACKAGE)
        if is_public_file(Path(*inside.parts[1:])):
            yield inside.parts[0], path


@pytest.mark.parametrize("language", ["it", *VISITORS_ONLY])
def test_what_visitors_may_read_is_in_every_language_of_visitors(language: str) -> None:
    missing = []
    catalogues: dict[str, dict[Text, polib.POEntry]] = {}
    for room, path in public_files():
        if room not in catalogues:
            written = PACKAGE / room / "locale" / language / "LC_MESSAGES" / "django.po"
            entries = polib.pofile(str(written)) if written.exists() else []
            catalogues[room] = {(entry.msgctxt, entry.msgid): entry for entry in entries}
        for text in texts_of(path):
            entry = catalogues[room].get(text)
            if entry is None or not entry.translated() or "fuzzy" in entry.flags:
                missing.append(f"{path.relative_to(PACKAGE)}: {text[1]}")

    assert not missing


def test_translations_keep_the_holes_that_are_filled_in() -> None:
    broken = []
    for language in VISITORS_ONLY:
        for path in PACKAGE.glob(f"*/locale/{language}/LC_MESSAGES/django.po"):
            for entry in polib.pofile(str(path)):
                asked = set(HOLE.findall(entry.msgid + entry.msgid_plural))
                said = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
                broken += [f"{path}: {words}" for words in said if not set(HOLE.findall(words)) <= asked]
                if not entry.msgid_plural and entry.msgstr and set(HOLE.findall(entry.msgstr)) != asked:
                    broken.append(f"{path}: {entry.msgstr}")

    assert not broken


def test_the_search_for_texts_finds_each_way_of_saying_them() -> None:
    template = (
        '{% translate "a \'x\'" context "c" %}{% blocktranslate trimmed %}Hello\n "you"{% endblocktranslate %}'
        '{% blocktranslate count n=n %}one{% plural %}more{% endblocktranslate %}{{ _("plain") }}'
    )
    found = [
        text
        for call in CALL.findall(templatize(template))
        for text in texts_in(call.removesuffix(", ") + ")")
    ]

    assert found == [("c", "a 'x'"), (None, 'Hello "you"'), (None, "one"), (None, "plain")]


def test_every_language_has_a_catalogue_folder_and_a_direction() -> None:
    folders = {"zh_Hans" if code == "zh" else code for code in LANGUAGES}

    assert folders == {"it", "en", *VISITORS_ONLY}
    assert [code for code, language in LANGUAGES.items() if language.direction == "rtl"] == ["ar", "ur"]
