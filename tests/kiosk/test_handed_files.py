# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stick is a stranger's: only whole plain files of the kinds asked for are shown, and only those are read."""

import os
from pathlib import Path

import pytest

from core.ids import QuestionPath
from core.visit.events import FileRefused, FileTaken
from kiosk.handed_files import DEEPEST, MOST_OFFERED, found, taken
from kiosk.profile.model import FilePlaces

PATH = QuestionPath("/data/photo")
PDF = b"%PDF-1.7 and the rest"
JPEG = b"\xff\xd8\xff\xe0 and the rest"


def put(folder: Path, name: str, content: bytes = PDF, day: int = 1) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    os.utime(file, (86_400 * day, 86_400 * day))
    return file


def names(folder: Path, takes: str = "application/*") -> list[str]:
    return [one.name for one in found(FilePlaces((f"{folder}/*",)), takes)]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "media" / "stick"
    folder.mkdir(parents=True)
    return folder


def test_newest_files_of_the_kinds_asked_for_come_first(stick: Path) -> None:
    put(stick, "old.pdf", day=1)
    put(stick, "DCIM/new.jpg", JPEG, day=3)
    put(stick, "tool.exe", day=9)
    put(stick, "song.mp3", day=9)
    assert names(stick.parent) == ["new.jpg", "old.pdf"]
    assert names(stick.parent, "image/*") == ["new.jpg"]
    assert names(stick.parent, "audio/*") == ["song.mp3"]


def test_links_hidden_and_empty_files_are_not_shown(stick: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.pdf")
    (stick / "link.pdf").symlink_to(secret)
    (stick / "folder").symlink_to(tmp_path)
    put(stick, ".hidden.pdf")
    put(stick, "empty.pdf", b"")
    os.mkfifo(stick / "pipe.pdf")
    assert names(stick.parent) == []


def test_list_is_short_and_shallow_however_full_the_stick_is(stick: Path) -> None:
    for number in range(MOST_OFFERED + 5):
        put(stick, f"{number}.pdf", day=number + 1)
    put(stick, "/".join(["deep"] * (DEEPEST + 1)) + "/lost.pdf", day=900)
    assert len(names(stick.parent)) == MOST_OFFERED
    assert names(stick.parent)[0] == f"{MOST_OFFERED + 4}.pdf"


def test_whole_file_is_taken(stick: Path) -> None:
    file = put(stick, "plan.pdf")
    assert taken(PATH, str(file), "application/*", 1_000_000) == FileTaken(PATH, "plan.pdf", PDF)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("plan.pdf", JPEG, "trouble.file_kind"),
        ("plan.exe", PDF, "trouble.file_kind"),
        ("plan.pdf", PDF + b" " * 1_000_000, "trouble.file_large"),
    ],
)
def test_file_that_does_not_do_is_refused_with_its_reason(
    stick: Path, name: str, content: bytes, key: str
) -> None:
    refused = taken(PATH, str(put(stick, name, content)), "application/*", 1_000_000)
    assert isinstance(refused, FileRefused)
    assert refused.trouble.key == key


def test_file_that_became_a_link_or_went_away_is_refused(stick: Path, tmp_path: Path) -> None:
    link = stick / "link.pdf"
    link.symlink_to(put(tmp_path, "secret.pdf"))
    os.mkfifo(stick / "pipe.pdf")
    for place in (link, stick / "gone.pdf", stick / "pipe.pdf", stick):
        refused = taken(PATH, str(place), "application/*", 1_000_000)
        assert isinstance(refused, FileRefused), place
        assert refused.trouble.key == "trouble.file_gone"
