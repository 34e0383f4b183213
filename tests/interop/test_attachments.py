# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that people attach: only what is what it says, encrypted on disk, opened with its own key only."""

import io
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from lgnet.core.vault import CannotOpen
from lgnet.interop.attachments import (
    KINDS,
    MEGABYTE,
    AttachmentRefused,
    checked_name,
    folder,
    read,
    remove,
    store,
)

PDF = b"%PDF-1.7 una relazione breve"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def packed(*names: str) -> bytes:
    """A packed document with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("relazione v1.2.pdf", PDF),
        ("Foto.PNG", b"\x89PNG\r\n\x1a\n..."),
        ("foto.jpeg", b"\xff\xd8\xff\xe0..."),
        ("tabella.xlsx", packed("[Content_Types].xml", "xl/workbook.xml")),
        ("testo.odt", packed("mimetype", "content.xml")),
        ("elenco.csv", b"a;b\r\n1;2"),
        (r"C:\documenti\verbale.pdf", PDF),
    ],
)
def test_what_is_what_it_says_is_kept_encrypted_and_given_back(name: str, content: bytes) -> None:
    subject = uuid.uuid4()

    kept = store([content[:5], content[5:]], name=name, subject=subject)

    (path,) = folder().iterdir()
    assert content not in path.read_bytes() and path.stat().st_mode & 0o077 == 0
    assert kept.name == name.rpartition("\\")[2].rpartition(".")[0] + "." + name.rpartition(".")[2].lower()
    assert read(kept.stored_as, key_id=kept.key_id, wrapped=kept.wrapped, subject=subject) == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fattura.exe", b"MZ"),
        ("fattura.pdf.exe", PDF),
        ("fattura.exe.pdf", PDF),
        ("fattura.pdf.pdf", PDF),
        ("fattura. exe .pdf", PDF),
        ("pagina.html", b"<html>"),
        ("disegno.svg", b"<svg>"),
        ("pdf", PDF),
        ("", PDF),
        ("exe\u202efdp.pdf", PDF),
        ("nome\x00.pdf", PDF),
        ("finto.pdf", b"MZ\x90 un programma"),
        ("finto.png", PDF),
        ("finto.txt", b"<script>alert(1)</script>"),
        ("finto.csv", b"MZ\x00"),
        ("finto.docx", packed("un file qualsiasi")),
        ("finto.docx", b"PK\x03\x04 rotto"),
        ("macro.docx", packed("[Content_Types].xml", "word/vbaProject.bin")),
        ("programma.pdf", PDF + b" /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        ("vuoto.pdf", b""),
    ],
)
def test_the_rest_is_refused_with_a_sentence_and_leaves_nothing(name: str, content: bytes) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        store([content], name=name, subject=uuid.uuid4())

    assert str(refused.value.reason).endswith((".", ":"))
    assert list(folder().iterdir()) == []


def test_a_file_without_an_end_is_not_read_to_its_end() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"%PDF-" + b" " * MEGABYTE

    with pytest.raises(AttachmentRefused, match="10 MB"):
        store(endless(), name="enorme.pdf", subject=uuid.uuid4())

    assert taken <= 11


def test_a_file_that_was_changed_moved_or_lost_does_not_open() -> None:
    subject = uuid.uuid4()
    kept = store([PDF], name="a.pdf", subject=subject)
    other = store([PDF], name="b.pdf", subject=uuid.uuid4())

    def opened(**given: object) -> bytes:
        known = {
            "stored_as": kept.stored_as,
            "key_id": kept.key_id,
            "wrapped": kept.wrapped,
            "subject": subject,
        }
        return read(**known | given)  # type: ignore[arg-type]

    for changed in ({"subject": uuid.uuid4()}, {"wrapped": other.wrapped}, {"stored_as": other.stored_as}):
        with pytest.raises(CannotOpen):
            opened(**changed)
    path = folder() / kept.stored_as
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(CannotOpen):
        opened()
    remove(kept.stored_as)
    remove(kept.stored_as)
    with pytest.raises(CannotOpen):
        opened()


@given(st.text(max_size=200))
def test_no_name_leaves_its_folder_or_hides_its_kind(name: str) -> None:
    try:
        cleaned, kind = checked_name(name)
    except AttachmentRefused:
        return
    assert kind in KINDS and cleaned.endswith(f".{kind}")
    assert "/" not in cleaned and "\\" not in cleaned and len(cleaned) <= 130
