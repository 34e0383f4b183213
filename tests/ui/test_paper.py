# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers are tagged, carry the emblem's sentence, and take any text as text."""

import hashlib
import io
import json
from pathlib import Path

import pypdf
import pytest

from lgnet.ui import paper
from lgnet.ui.paper.legible import FONTS, UNDRAWABLE, covered, legible, printable

SHEET = """
#import "/ui/paper/letterhead.typ": *
#show: letterhead.with(title: data.title, issuer: "Comune di Prova", foot: "P-1")
#heading(level: 1, data.title)
#voice(second-language, data.words)
"""

SCRIPTS = {
    "it": "Perché è così: città, Ștefan, Łódź, Đặng, ħħ",
    "uk": "Їжак, ґанок, щастя, Юрій",
    "el": "Καλημέρα",
    "ar": "الخطة الفردية معًا",
    "fa": "می‌خواهم گچ پژ",
    "ur": "انفرادی منصوبہ ٹیم ڈاکٹر ہے",
    "bn": "ব্যক্তিগত পরিকল্পনা",
    "hi": "व्यक्तिगत योजना",
    "pa": "ਨਿੱਜੀ ਯੋਜਨਾ",
    "ti": "ቋንቋ ኢጣልያ",
    "am": "የግል ዕቅድ",
    "zh": "个人计划，目标与行动。",
}


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A template of the test's own, beside a link to the real letterhead."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "paper").symlink_to(Path(paper.__file__).parent)
    (tmp_path / "sheet.typ").write_text(SHEET, encoding="utf-8")
    monkeypatch.setattr(paper, "PACKAGE", tmp_path)
    return "sheet.typ"


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def faces_in(pdf: pypdf.PdfReader) -> set[str]:
    fonts = pdf.pages[0].get_object()
    for key in ("/Resources", "/Font"):
        assert isinstance(fonts, pypdf.generic.DictionaryObject)
        fonts = fonts[key].get_object()
    assert isinstance(fonts, pypdf.generic.DictionaryObject)
    return {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts.values()}


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_is_drawn_with_glyphs_of_our_own(
    sheet: str, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    words = SCRIPTS[language]

    pdf = paper.render(sheet, {"title": "Prova", "words": words}, language="it", second_language=language)

    assert printable(words) == words
    assert pdf.startswith(b"%PDF")
    assert not caplog.records


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("ar", "Amiri"),
        ("ur", "NotoNastaliqUrdu"),
        ("bn", "NotoSansBengali"),
        ("ti", "NotoSansEthiopic"),
        ("zh", "NotoSansSC"),
        ("uk", "NotoSans-Regular"),
    ],
)
def test_each_language_is_set_in_the_face_of_its_script(sheet: str, language: str, face: str) -> None:
    data = {"title": "Prova", "words": SCRIPTS[language]}

    pdf = paper.render(sheet, data, language="it", second_language=language)

    assert any(name.startswith(face) for name in faces_in(read(pdf)))


def test_a_paper_is_tagged_titled_and_in_a_language(sheet: str) -> None:
    pdf = read(paper.render(sheet, {"title": "Prova", "words": "x"}, language="it", second_language="fr"))
    root = pdf.root_object

    assert str(root["/Lang"]) == "it"
    marks = root["/MarkInfo"]
    assert isinstance(marks, pypdf.generic.DictionaryObject)
    assert marks["/Marked"]
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Prova"
    described = root["/Metadata"].get_object()
    assert isinstance(described, pypdf.generic.StreamObject)
    assert b"pdfuaid" in described.get_data()


@pytest.mark.parametrize(
    ("language", "statement"),
    [
        ("it", "Cofinanziato dall’Unione europea"),
        ("en", "Co-funded by the European Union"),
        ("fr", "Cofinancé par l’Union européenne"),
        ("ar", "Cofinanziato dall’Unione europea"),
    ],
)
def test_the_emblem_comes_with_its_full_sentence_on_every_page(
    sheet: str, language: str, statement: str
) -> None:
    long = {"title": "Prova", "words": "parola " * 2000}

    pdf = read(paper.render(sheet, long, language=language, second_language="it"))

    assert len(pdf.pages) > 1
    for page in pdf.pages:
        assert statement in page.extract_text()
    assert any(name.startswith("Ubuntu") for name in faces_in(pdf))


HOSTILE = {
    "code": '#panic("executed") #import "/etc/passwd"',
    "file": '#read("/ui/paper/letterhead.typ")',
    "maths": "$x^2$ * _ ` ~ @a <b> [c] {d} = e // f /* g */",
    "quotes": "\"'«»„“”‘’\\ \\n \\u{41} ${a} {{b}} {% c %}",
    "long": "a" * 5000,
    "many words": "parola\n" * 700,
    "empty": "",
    "controls": "a\x00b\x07c\x1bd\r\ne\u2028f",
    "half character": "a\ud800b",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_printed_and_never_obeyed(sheet: str, words: str) -> None:
    pdf = read(paper.render(sheet, {"title": "Prova", "words": words}, language="it", second_language="en"))

    printed = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    visible = "".join(c for c in printable(words) if not c.isspace())
    if words not in (HOSTILE["long"], HOSTILE["many words"]):
        assert visible in printed
    else:
        assert printed.count("a" if words == HOSTILE["long"] else "parola") >= 700


def test_overrides_of_direction_are_taken_out_and_joiners_kept() -> None:
    assert printable("pay \u202e001\u202c euro") == "pay 001 euro"
    assert printable("\u2066a\u2069\ufeff") == "a"
    assert printable("می‌خواهم") == "می‌خواهم"


def test_what_no_font_draws_is_shown_as_missing() -> None:
    assert printable("ciao 🙂") == f"ciao {UNDRAWABLE}"
    assert legible({"a": ["🙂", 1, None, {"b": "e\u0301"}]}) == {"a": [UNDRAWABLE, 1, None, {"b": "é"}]}


def test_an_emoji_does_not_stop_a_paper(sheet: str) -> None:
    assert paper.render(sheet, {"title": "🙂", "words": "🙂🏽‍♀️"}, language="it", second_language="ar")


def test_a_missing_template_and_a_missing_field_are_named(sheet: str) -> None:
    with pytest.raises(paper.PaperError, match=r"There is no template nowhere\.typ"):
        paper.render("nowhere.typ", {}, language="it")
    with pytest.raises(paper.PaperError, match=r"sheet\.typ.*title"):
        paper.render(sheet, {"words": "x"}, language="it", second_language="en")


def test_what_is_not_text_is_refused_by_name(sheet: str) -> None:
    with pytest.raises(paper.PaperError, match="A set cannot be printed"):
        paper.render(sheet, {"title": {1}}, language="it")


def test_the_vendored_fonts_are_the_ones_the_manifest_names() -> None:
    manifest = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))["fonts"]

    assert {font["file"] for font in manifest} == {path.name for path in FONTS.glob("*.ttf")}
    for font in manifest:
        assert hashlib.sha256((FONTS / font["file"]).read_bytes()).hexdigest() == font["sha256"]
        assert font["licence"] in {"OFL-1.1", "Ubuntu-font-1.0"}


def test_the_common_chinese_characters_are_covered() -> None:
    rows = [bytes([row + 0xA0, cell + 0xA0]) for row in range(16, 56) for cell in range(1, 95)]
    common = "".join(pair.decode("gb2312", errors="ignore") for pair in rows)

    assert len(common) == 3755
    assert sum(ord(character) not in covered() for character in common) <= 4
