# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The searches of the proofs find a word however it is written or packed, and nothing where it is not."""

import base64
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.packed_words import painted
from tests.support.searching import hits, hits_in_file, in_files, needles

WORD, OTHER = "bqdwfjkzt3", "bqdwgjkzt3"
AROUND = b"answers: \x00\xff" + WORD.encode() + b" and more"


def zipped(content: bytes, *, cut: bool = False) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("answers.txt", content)
    whole = packed.getvalue()
    return whole[: whole.rindex(b"PK\x01\x02")] if cut else whole


WRITTEN = {
    **{encoding: WORD.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")},
    **{f"base64 {before}": base64.b64encode(b"x" * before + AROUND) for before in range(3)},
    "base64 of addresses": base64.urlsafe_b64encode(b"\xfb\xff" + AROUND),
}
PACKED = {
    "base64 in lines": base64.encodebytes(b"y" * 50 + AROUND),
    "zip": zipped(AROUND),
    "zip that was cut off": zipped(AROUND, cut=True),
    "zip inside of a zip": zipped(zipped(AROUND)),
    "zip behind other bytes": b"begin" + zipped(AROUND),
    "gzip": gzip.compress(AROUND),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_word_is_found_however_it_is_written(how: str) -> None:
    assert hits(WRITTEN[how], WORD) > 0
    assert hits(WRITTEN[how], OTHER) == 0


@pytest.mark.requirement("PRV-02", part="in base64, in archives and in the text of a PDF as well")
@pytest.mark.parametrize("how", PACKED)
def test_a_word_is_found_however_it_is_packed(how: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(PACKED[how])

    assert list(in_files(tmp_path, WORD)) == ["file"]
    assert in_files(tmp_path, OTHER) == {}


@pytest.mark.requirement("PRV-02", part="in base64, in archives and in the text of a PDF as well")
def test_a_word_is_found_in_a_pdf_that_has_it_as_numbers_of_a_font(qapp: QApplication) -> None:
    sheet = painted(f"Name: {WORD}")

    assert hits(sheet, WORD) == 0, "the letters are not there as letters"
    assert hits_in_file(sheet, WORD) > 0
    assert hits_in_file(sheet, OTHER) == 0


@pytest.mark.parametrize("alignment", range(3))
def test_what_stands_around_a_word_in_base64_is_no_part_of_what_is_looked_for(alignment: int) -> None:
    for after in range(3):
        content = base64.b64encode(bytes(range(alignment)) + WORD.encode() + bytes(range(7, 7 + after)))
        assert sum(content.count(needle) for needle in needles(WORD)) == 1
