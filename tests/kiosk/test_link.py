# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the supervisor and its children say to each other arrives as it was said, and the key is never printed."""

import pytest

from kiosk import link

LINES: tuple[link.Line, ...] = (
    link.Order(
        profile="home",
        folder="/x",
        keys={"cache": "ab" * 32},
        trial=True,
        origin="http://127.0.0.1:1",
        vnc_port=5900,
    ),
    link.Show(link.SHOW_FINISHED, card='{"fontSize":24}'),
    link.Ready(),
    link.Shown(),
    link.Alive(),
    link.Ended("left", 1, 2, '{"fontSize":24}'),
    link.Refusal("trouble.keeps_failing", "status 3\nwith a line break"),
)


@pytest.mark.parametrize("line", LINES, ids=lambda line: type(line).__name__)
def test_a_line_arrives_as_it_was_said(line: link.Line) -> None:
    raw = link.encode(line)
    assert raw.count(b"\n") == 1
    assert link.decode(raw) == line


def test_the_key_is_not_in_the_order_as_printed() -> None:
    assert "ab" * 32 not in repr(LINES[0])


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b'{"is": "Nothing"}', b"not json"])
def test_anything_else_is_a_bug_and_stops_loudly(raw: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        link.decode(raw)
