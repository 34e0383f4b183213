# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""A shipped file that does not match its dataclass stops at once and says where."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from lgnet.core.shipped_csv import BrokenShippedFile, Sureness, read_shipped


@dataclass(frozen=True)
class Sample:
    code: str
    size: int | None
    tags: tuple[str, ...]
    open: bool
    since: date
    sure: Sureness


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "sample.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


HEADER = "code,size,tags,open,since,sure"


def test_cells_become_the_types_of_the_dataclass(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "a,,x|y,yes,2024-01-31,own", "b,3,,no,2024-02-29,verified")
    assert read_shipped(path, Sample) == (
        Sample("a", None, ("x", "y"), True, date(2024, 1, 31), Sureness.OWN),
        Sample("b", 3, (), False, date(2024, 2, 29), Sureness.VERIFIED),
    )


@pytest.mark.parametrize(
    "line",
    [
        "a,three,x,yes,2024-01-31,own",
        "a,3,x,maybe,2024-01-31,own",
        "a,3,x,yes,31/01/2024,own",
        "a,3,x,yes,2024-01-31,perhaps",
        "a,3,x,yes,2024-01-31",
        "a,3,x,yes,2024-01-31,own,more",
    ],
)
def test_a_wrong_cell_names_file_and_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(BrokenShippedFile, match=r"sample\.csv:2"):
        read_shipped(written(tmp_path, HEADER, line), Sample)


def test_a_missing_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenShippedFile, match="columns"):
        read_shipped(written(tmp_path, "code,size", "a,3"), Sample)
