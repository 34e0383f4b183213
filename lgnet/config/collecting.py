# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Collects the texts to translate into each room's catalogue, and leaves alone what a person wrote there.

xgettext finds the texts, through Django's own command; the merging is ours. GNU msgmerge guesses at translations,
stamps the day of the run, reorders entries and throws away those that no source line names, and here some are
written by hand on purpose: names from data files, and words of Django that we say otherwise.
"""

import contextlib
import re
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.core.management import call_command
from django.core.management.commands import makemessages

Translation = str | tuple[str, ...] | list[str] | None  # one for each plural form
HEADER = re.compile(r'\A.*?^msgid ""\nmsgstr ""\n(?:"[^\n]*"\n)+', re.DOTALL | re.MULTILINE)
NEW_HEADER = """\
# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
PLURALS = '"Plural-Forms: {plurals};\\n"\n'
WITHOUT_PLURALS = re.compile(rb'"Plural-Forms:[^\n]*\n')  # a template names no language and so no rule
FORMER = "|"  # a comment of msgmerge: the text that an entry had before


class _Collector(makemessages.Command):
    """Django's command up to the template; then each entry is merged by `merge`."""

    settings_available = False  # each room has its own folder; the project's are not asked for
    known: Iterable[Path] = ()
    wanted: Callable[[Message], bool] = staticmethod(lambda _source: True)

    def write_po_file(self, potfile: str, locale: str) -> None:
        template = Path(potfile)
        path = template.parent / locale / "LC_MESSAGES" / "django.po"
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        said = [_read(other.read_bytes(), locale) for other in self.known if other != path]
        merged = merge(written, template.read_bytes(), locale, said, wanted=self.wanted)
        if written or len(_read(merged.encode(), locale)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(merged, encoding="utf-8")


def is_public(source: Message) -> bool:
    """Whether a public page may say this text: one of its files lies in a folder `public`, or is called so."""
    return any(is_public_file(Path(name)) for name, _line in source.locations)


def is_public_file(path: Path) -> bool:
    """Whether visitors read what this file says: `templates/<domain>/public/`, `public.py`, `public_<what>.py`."""
    return any(part.partition(".")[0].partition("_")[0] == "public" for part in path.parts)


def collect(
    room: Path,
    language: str,
    *,
    known: Iterable[Path] = (),
    wanted: Callable[[Message], bool] = lambda _source: True,
) -> None:
    """Bring the catalogue of one room up to date with its sources; `known` are the catalogues of the other rooms.

    `wanted` says which texts this language needs: a language of visitors only, those of public pages.
    """
    collector = _Collector()
    collector.known = tuple(known)
    collector.wanted = wanted
    with contextlib.chdir(room):
        call_command(collector, locale=[language], no_wrap=True, add_location="file", verbosity=0)


def merge(
    written: str,
    template: bytes,
    language: str,
    known: Iterable[Catalog] = (),
    *,
    wanted: Callable[[Message], bool] = lambda _source: True,
) -> str:
    """The catalogue `written` with the texts of `template`, the entries in the order they had.

    An entry with a location that the sources no longer hold is obsolete and goes; one without a location was written
    by hand and stays. A new text takes the translation that another room gives it, so that one English text has one
    Italian; otherwise it comes empty, for a person to translate. Merging twice changes nothing.
    """
    found = _wanted(_read(WITHOUT_PLURALS.sub(b"", template), language), wanted)
    old, new = _read(written.encode(), language), Catalog(locale=language)
    for entry in old:
        if entry.id:
            source = found.get(entry.id, entry.context)
            if source is not None and source.pluralizable == entry.pluralizable:
                _add(new, source, entry.string, entry.user_comments, entry.flags & {"fuzzy"})
            elif not entry.locations:
                _add(new, entry, entry.string, entry.user_comments)
    for source in found:
        if source.id and new.get(source.id, source.context) is None:
            _add(new, source, _said_elsewhere(source, known))
    head = HEADER.match(written)
    start = head[0] if head else NEW_HEADER.format(language=language)
    if "Plural-Forms:" not in start:
        start += PLURALS.format(plurals=new.plural_forms.rstrip("; "))
    body = BytesIO()
    write_po(body, new, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return f"{start}\n{body.getvalue().decode()}".rstrip() + "\n"


def _wanted(sources: Catalog, wanted: Callable[[Message], bool]) -> Catalog:
    found = Catalog(locale=sources.locale)
    for source in filter(wanted, sources):
        _add(found, source, source.string)
    return found


def _read(text: bytes, language: str) -> Catalog:
    return read_po(BytesIO(text), locale=language, ignore_obsolete=True, abort_invalid=True)


def _add(
    to: Catalog, source: Message, string: Translation, remarks: Iterable[str] = (), flags: Iterable[str] = ()
) -> None:
    to.add(
        source.id,
        string,
        source.locations,
        {*source.flags, *flags},
        source.auto_comments,
        [remark for remark in remarks if not remark.startswith(FORMER)],
        context=source.context,
    )


def _said_elsewhere(source: Message, known: Iterable[Catalog]) -> Translation:
    for catalogue in known:
        entry = catalogue.get(source.id, source.context)
        if entry is not None and entry.string and entry.pluralizable == source.pluralizable:
            return entry.string
    return None
