# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine found out about itself is said in staff's own language, in the window and at the end of a set-up."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.ids import Language
from core.staff.finding import Found, Gravity, Lack, Mend, Said, Topic
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present.finding_words import title, words

COMMANDS = Path(__file__).parents[3] / "kiosk" / "command_line"
NOT_IN_THE_WINDOW = {"offer_findings.py", "walk_findings.py"}
VALUES = {
    "number": "K-03",
    "names": "Noto Sans",
    "languages": "ar, zh-Hans",
    "socket": "Headphone Jack",
    "file": "/srv/map.mbtiles",
    "folder": "/var/lib",
    "free": "120",
    "least": "200",
    "printer": "hall",
    "device": "Honeywell",
    "command": "swapoff -a",
    "setting": "[paper] printer",
    "line": "panic=10",
    "height": "1340",
    "steps": "4",
    "millimetres": "70",
    "limit": "1220",
}


def found(said: Said | None) -> Found:
    return Found("map", Gravity.BAD, "is torn", "mend it", said)


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_everything_that_can_be_found_is_said_in_every_language(language: str) -> None:
    texts = Messages.load(language)
    told = [words(found(Said(Topic.MAP, lack, values=VALUES)), texts) for lack in Lack]
    told += [words(found(Said(Topic.MAP, Lack.USB, mend, VALUES)), texts) for mend in Mend]
    titles = [title(found(Said(topic, values=VALUES)), texts) for topic in Topic]
    assert {one.language for one in told} == {language}
    assert not [one for one in (*(each.text for each in told), *titles) if "{" in one or not one.strip()]
    assert len(set(titles)) == len(titles), "staff can tell one from another"


def test_names_of_languages_are_their_own_and_a_command_follows_what_is_wrong() -> None:
    said = Said(Topic.TYPING, Lack.TYPING_NONE, Mend.COMMAND, VALUES)
    told = words(found(said), Messages.load("es")).text
    assert "العربية" in told
    assert told.endswith("swapoff -a")
    assert "K-03" in title(found(Said(Topic.LOCKDOWN, values=VALUES)), Messages.load("ar"))


def test_a_finding_without_a_sentence_is_told_as_the_terminal_does() -> None:
    told = words(found(None), Messages.load("ar"))
    assert (told.text, told.language) == ("is torn mend it", Language("en"))


def test_whatever_was_found_at_the_start_says_so() -> None:
    texts = Messages.load("en")
    now, then = (title(found(Said(Topic.TOUCH, Lack.TOUCH_NONE, at_start=at)), texts) for at in (False, True))
    assert then.startswith(now)
    assert then != now


def silent(file: Path) -> Iterator[int]:
    """The lines at which a finding that is not fine has no sentence for the window."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
            fine = any(isinstance(one, ast.Attribute) and one.attr == "FINE" for one in node.args)
            if not (fine or len(node.args) == 5 or any(one.arg == "said" for one in node.keywords)):
                yield node.lineno


def test_no_finding_that_the_window_shows_is_in_english_alone() -> None:
    files = [file for file in COMMANDS.glob("*.py") if file.name not in NOT_IN_THE_WINDOW]
    assert len([file for file in files if "Finding(" in file.read_text("utf-8")]) > 8
    assert {file.name: list(silent(file)) for file in files if list(silent(file))} == {}


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_of_a_device_it_is_said_what_is_there_and_where_nobody_wants_one(language: str) -> None:
    texts = Messages.load(language)

    def told(there: str, asked: str) -> str:
        said = Said(Topic.TOUCH, values={"there": there, "asked": asked})
        return words(Found("touch", Gravity.FINE, "", "", said), texts).text

    assert "eGalax" in told("eGalax", "yes")
    assert told("", "yes") == texts.text("finding.fine")
    assert told("", "no") == texts.text("finding.not_asked")
