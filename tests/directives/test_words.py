# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plain text becomes paragraphs and lists, and no word of it is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lgnet.directives.words import Block, blocks, words_of


def test_paragraphs_lists_and_numbers() -> None:
    text = "Gentili tutti,\nbuongiorno.\n\nChiediamo:\n- uno\n  che continua\n- due\n\n3. terzo\n4) quarto\nFine."

    assert blocks(text) == [
        Block("paragraph", ("Gentili tutti,", "buongiorno.")),
        Block("paragraph", ("Chiediamo:",)),
        Block("list", ("uno che continua", "due")),
        Block("numbers", ("terzo", "quarto"), 3),
        Block("paragraph", ("Fine.",)),
    ]
    assert blocks("") == blocks(" \n\n ") == []


@given(st.text(st.sampled_from("ab -*1.)•–\n\r\t è"), max_size=80))
def test_no_word_is_lost(text: str) -> None:
    marks = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+(?=\S)")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    expected = [word for line in lines for word in marks.sub("", line).split()]

    assert words_of(blocks(text)) == expected
