# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home a person's settings come back the next time, and a damaged file costs only setting them again."""

from pathlib import Path

import pytest

from accessibility.card import Card
from accessibility.preferences import Preferences
from kiosk.session.own_settings import NAME, OwnSettings

USUAL = Preferences(theme="system")
MINE = Preferences(text_step=4, theme="yellow-on-black", assisted=True)


def test_what_was_set_is_there_the_next_time(tmp_path: Path) -> None:
    own = OwnSettings(tmp_path / "new", USUAL)
    assert own.read() == Card(USUAL, "")
    own.keep(MINE, "ar")
    assert OwnSettings(tmp_path / "new", USUAL).read() == Card(MINE, "ar")
    assert (tmp_path / "new" / NAME).stat().st_mode & 0o077 == 0


def test_plain_colours_are_kept_where_the_usual_ones_follow_the_desktop(tmp_path: Path) -> None:
    own = OwnSettings(tmp_path, USUAL)
    own.keep(Preferences(theme="standard"), "en")
    assert OwnSettings(tmp_path, USUAL).read().preferences.theme == "standard"
    own.keep(USUAL, "en")
    assert OwnSettings(tmp_path, USUAL).read().preferences.theme == "system"


@pytest.mark.parametrize("inside", [b"", b"\xff\xfe", b"{", b"[1]", b"x" * 5000])
def test_a_damaged_file_means_the_usual_settings(tmp_path: Path, inside: bytes) -> None:
    (tmp_path / NAME).write_bytes(inside)
    assert OwnSettings(tmp_path, USUAL).read() == Card(USUAL, "")


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = OwnSettings(None, USUAL)
    own.keep(MINE, "en")
    assert own.read() == Card(USUAL, "")
    assert not list(tmp_path.iterdir())


@pytest.mark.expects_log
def test_a_disk_that_refuses_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way")
    OwnSettings(tmp_path / "file", USUAL).keep(MINE, "en")
    assert "could not be kept" in caplog.text
