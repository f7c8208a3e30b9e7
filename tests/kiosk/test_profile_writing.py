# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written into a profile is what is read from it, and every comment that stood there stands there still."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from kiosk.profile import writing
from kiosk.profile.file import SHIPPED, load, shipped
from kiosk.profile.model import Profile

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
PLAIN = (
    st.booleans()
    | st.integers(-(2**40), 2**40)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
    | st.lists(WORDS, max_size=3)
)
KEYS = st.sampled_from(["name", "ppi", "warning", "theme", "languages", "endpoint", "key", "ضوء", "a b", "0"])
TABLES = st.dictionaries(KEYS, PLAIN | st.dictionaries(KEYS, PLAIN, max_size=3), max_size=4)
DOCUMENTS = st.dictionaries(
    KEYS,
    PLAIN | TABLES | st.lists(st.dictionaries(KEYS, PLAIN, max_size=3), min_size=1, max_size=3),
    max_size=6,
)


def text_of(name: str) -> str:
    return (SHIPPED / f"{name}.toml").read_text("utf-8")


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


@settings(max_examples=150, deadline=None)
@example({"name": {"name": {}}}, {"name": {}})
@given(DOCUMENTS, DOCUMENTS)
def test_what_is_written_over_anything_is_read_again(before: dict[str, Any], after: dict[str, Any]) -> None:
    first = writing.written("", before)
    assert tomllib.loads(first) == before
    assert tomllib.loads(writing.written(first, after)) == after


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_values_changed_in_a_shipped_profile_are_read_again_and_no_comment_is_lost(
    data: st.DataObject,
) -> None:
    text = text_of(data.draw(st.sampled_from(shipped())))
    values = tomllib.loads(text)
    for _ in range(data.draw(st.integers(1, 6))):
        inner = values
        key = data.draw(st.sampled_from(sorted(inner)))
        if isinstance(inner[key], dict):
            inner = inner[key]
            key = data.draw(st.sampled_from([*sorted(inner), "new key"]))
        if key != "access":
            inner[key] = data.draw(PLAIN)
    changed = writing.written(text, values)
    assert tomllib.loads(changed) == values
    assert comments(changed) == comments(text)


@pytest.mark.parametrize("name", shipped())
def test_a_profile_that_nobody_changed_stays_byte_for_byte(name: str) -> None:
    text = text_of(name)
    assert writing.written(text, tomllib.loads(text)) == text


def test_one_change_changes_one_line() -> None:
    text = text_of("town-hall-kiosk")
    values = tomllib.loads(text)
    values["delays"]["warning"] = 90
    values["access"][6]["key"] = "another"
    before, after = text.splitlines(), writing.written(text, values).splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ("warning = 60", "warning = 90"),
        ('key = "port-amity-open311-kiosk"', 'key = "another"'),
    ]


def test_a_key_that_was_left_out_gets_a_line_in_its_own_section() -> None:
    text = text_of("home")
    values = tomllib.loads(text)
    values["refresh_seconds"] = 120
    values["town"]["emergency"] = "999"
    changed = writing.written(text, values)
    assert tomllib.loads(changed) == values
    assert re.search(r"^refresh_seconds = 120$", changed.split("[town]")[0], re.MULTILINE)


def test_an_agency_more_and_one_less_are_written() -> None:
    text = text_of("town-hall-kiosk")
    values = tomllib.loads(text)
    del values["access"][1]
    values["access"].append({"endpoint": "https://example.org/", "key": "k"})
    assert tomllib.loads(writing.written(text, values)) == values
    del values["access"]
    assert tomllib.loads(writing.written(text, values)) == values


def test_saving_keeps_the_version_before_and_the_file_s_rights(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(text_of("town-hall-kiosk"), "utf-8")
    file.chmod(0o640)
    for seconds in (90, 120):
        values = tomllib.loads(file.read_text("utf-8"))
        values["delays"]["warning"] = seconds
        assert writing.save(file, writing.written(file.read_text("utf-8"), values)) is None
    profile, before = load(str(file)), load(str(writing.previous(file)))
    assert isinstance(profile, Profile)
    assert isinstance(before, Profile)
    assert (profile.delays.warning, before.delays.warning) == (120, 90)
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hall.toml", "hall.toml.previous"]


def test_a_disk_that_refuses_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "hall.toml"
    file.write_text("kind = 1\n", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert writing.save(file, "kind = 2\n") == Trouble(
        "trouble.profile_not_saved", detail="No space left on device"
    )
    assert file.read_text("utf-8") == "kind = 1\n"
    assert [one.name for one in tmp_path.iterdir()] == ["hall.toml"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert isinstance(writing.save(tmp_path / "nowhere" / "hall.toml", ""), Trouble)
