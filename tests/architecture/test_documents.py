# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Documents keep up with the code."""

import ast
import os
import re
import shutil
import subprocess

import polib
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils.translation import gettext

from tests.architecture.house import PACKAGE, ROOT, modules


def test_decisions_are_numbered_as_their_headings_say() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len(records) >= 10
    for number, path in enumerate(records, start=1):
        heading = next(line for line in path.read_text().splitlines() if line.startswith("# "))
        assert path.name.startswith(f"{number:04d}-")
        assert heading.startswith(f"# {number:04d} "), path.name


def test_every_text_is_in_italian() -> None:
    for path in PACKAGE.rglob("locale/it/LC_MESSAGES/django.po"):
        catalogue = polib.pofile(str(path))
        assert not catalogue.untranslated_entries(), path
        assert not catalogue.fuzzy_entries(), path


def test_every_catalogue_is_one_that_gettext_reads() -> None:
    for path in PACKAGE.rglob("locale/*/LC_MESSAGES/django.po"):
        assert not re.search(r"^#[|~]", path.read_text(), re.MULTILINE), path
        if shutil.which("msgfmt"):
            checked = subprocess.run(
                ["msgfmt", "--check-format", "--check-domain", "--check-header", "-o", os.devnull, str(path)],
                capture_output=True,
                text=True,
                check=False,
            )
            assert checked.returncode == 0, checked.stderr


def test_one_english_text_has_one_italian() -> None:
    """Django melts all catalogues into one, where the last to speak wins: tell meanings apart by a context."""
    said: dict[tuple[str | None, str], dict[str, list[str]]] = {}
    for path in sorted(PACKAGE.rglob("locale/it/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            italian = "|".join([entry.msgstr, *entry.msgstr_plural.values()])
            rooms = said.setdefault((entry.msgctxt, entry.msgid), {})
            rooms.setdefault(italian, []).append(path.relative_to(PACKAGE).parts[0])

    assert not {text: rooms for text, rooms in said.items() if len(rooms) > 1}


TRANSLATED = frozenset({"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy"})
TAG = re.compile(r"""{% (?:translate|trans) (?:"([^"]+)"|'([^']+)')(?: context "([^"]+)")?""")


def test_every_text_of_the_interface_is_in_a_catalogue() -> None:
    catalogues = [polib.pofile(str(path)) for path in PACKAGE.rglob("locale/it/LC_MESSAGES/django.po")]
    known = {(entry.msgctxt, entry.msgid) for catalogue in catalogues for entry in catalogue}
    said = {}
    for name, _path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATED:
                words = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                if words:
                    said[words[-2] if node.func.id.startswith("p") else None, words[-1]] = name
    for template in PACKAGE.rglob("templates/**/*.html"):
        found = TAG.findall(template.read_text())
        # Django asks the catalogue for a template's text with its per cent signs doubled.
        said |= {
            (context or None, (one or other).replace("%", "%%")): template.name
            for one, other, context in found
        }

    assert not {
        text: name
        for text, name in said.items()
        if text not in known and (text[0] or gettext(text[1]) == text[1])
    }


def test_migrations_say_everything_and_are_named_for_their_effect() -> None:
    written = MigrationLoader(None).project_state()
    missing = MigrationAutodetector(written, ProjectState.from_apps(apps)).changes(graph=MigrationGraph())
    assert not {app for app in missing if apps.get_app_config(app).name.startswith("lgnet.")}

    names = [path.name for path in PACKAGE.rglob("migrations/[0-9]*.py")]
    assert not [name for name in names if re.search(r"_auto_|_alter_|_and_more|_initial", name)]


def test_links_between_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())
    ]
    broken = [
        f"{page.relative_to(ROOT)} -> {link}" for page, link in links if not (page.parent / link).exists()
    ]

    assert not broken
