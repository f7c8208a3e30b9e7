# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the publish gate found is kept beside the form, for exactly the bytes that were walked."""

from pathlib import Path

import pytest

from kiosk.gate_results import ENDING, Gate, Walk, hash_of, keep, kept, table

SOURCE = b"<form/>"
FAR = Walk("two switches", 120, reached=True)
STUCK = Walk("voice", 7, reached=False, why="/data/a: no answer for /data/a")


def gate(*walks: Walk) -> Gate:
    return Gate(hash_of(SOURCE), walks)


def test_a_gate_is_passed_when_everybody_reached_the_end() -> None:
    assert gate(FAR).passed
    assert not gate(FAR, STUCK).passed
    assert not gate().passed


def test_what_was_found_is_kept_for_these_bytes_alone(tmp_path: Path) -> None:
    form = tmp_path / "a.xml"
    assert keep(gate(FAR, STUCK), form) == tmp_path / f"a.xml{ENDING}"
    assert kept(form, SOURCE) == gate(FAR, STUCK)
    assert kept(form, SOURCE + b" ") is None
    assert kept(tmp_path / "b.xml", SOURCE) is None


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "[" * 9_000, '{"form": "x", "walks": [1]}', '{"walks": null}']
)
def test_a_file_that_cannot_be_read_says_nothing_of_the_form(tmp_path: Path, content: str) -> None:
    (tmp_path / f"a.xml{ENDING}").write_text(content)
    assert kept(tmp_path / "a.xml", SOURCE) is None


def test_each_walk_is_a_line_with_where_and_why() -> None:
    assert list(table(gate(FAR, STUCK))) == [
        "two switches    120 steps  reached the end",
        "voice             7 steps  stuck at /data/a: no answer for /data/a",
    ]
