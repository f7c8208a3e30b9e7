# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as somebody types it: the whole job in four languages, and one clear line for every mistake."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kiosk.profile.file import SHIPPED
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.unattended_machine import ADDRESS_ANSWERS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    with running_town(tmp_path_factory.mktemp("town")) as running:
        yield running


@pytest.fixture
def profile(tmp_path: Path, town: RunningTown) -> Path:
    file = tmp_path / "kiosk.toml"
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    file.write_text(text.replace("http://127.0.0.1:8311", town.url), "utf-8")
    return file


def kiosk(*words: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (sys.executable, "-m", "kiosk", *map(str, words)),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def answers(tmp_path: Path, given: Mapping[str, object] = ADDRESS_ANSWERS) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(dict(given)), "utf-8")
    return file


QUESTION = {
    "en": "What is your full name?",
    "es": "¿Cuál es su nombre completo?",
    "ar": "ما اسمك الكامل؟",
    "zh-Hans": "您的全名是什么？",
}


@pytest.mark.parametrize("language", QUESTION)
def test_a_service_is_done_without_a_window(
    tmp_path: Path, town: RunningTown, profile: Path, language: str
) -> None:
    town.forget()
    words = ("apply", "change-of-address", "--answers", answers(tmp_path), "--lang", language)
    done = kiosk(*words, "--profile", profile, "--key", "memory")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert QUESTION[language] in done.stdout
    (record,) = town.submissions()
    assert str(record["reference"]) in done.stdout
    assert done.stdout.index("[sealed]") < done.stdout.index("[received]")


def test_a_service_whose_form_takes_a_list_from_a_file_is_done(
    tmp_path: Path, town: RunningTown, profile: Path
) -> None:
    town.forget()
    given = {"about": "bins", "what_happened": "Nobody came.", "when": "2026-11-16", "street": "quay-street"}
    given |= {"want": "know", "answer_me": "no"}
    words = (
        "apply",
        "complaint",
        "--answers",
        answers(tmp_path, given),
        "--profile",
        profile,
        "--key",
        "memory",
    )
    done = kiosk(*words)
    assert done.returncode == 0, done.stderr
    assert "Quay Street" in done.stdout
    (record,) = town.submissions()
    assert "[received]" in done.stdout
    assert str(record["reference"]) in done.stdout


def test_without_an_agency_it_ends_with_sealed_and_says_no_more(
    tmp_path: Path, town: RunningTown, profile: Path
) -> None:
    store = tmp_path / "store"
    kept = profile.read_text("utf-8").replace('key = "keyring"', f'key = "keyring"\nfolder = "{store}"')
    profile.write_text(kept, "utf-8")
    town.order("status-before-commit", endpoint="submission-head", status=503)
    try:
        words = (
            "apply",
            "change-of-address",
            "-a",
            answers(tmp_path),
            "-p",
            profile,
            "--key",
            "memory",
            "--wait",
            "3",
        )
        done = kiosk(*words)
    finally:
        town.clear()
    assert done.returncode == 0, done.stderr
    assert "[sealed]" in done.stdout
    assert "[received]" not in done.stdout
    assert "PA-" not in done.stdout


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({**ADDRESS_ANSWERS, "moving_date": "2026-13-45"}, "moving_date"),
        ({**ADDRESS_ANSWERS, "who_moves": "nobody at all"}, "[only_me, partner, family"),
        ({key: value for key, value in ADDRESS_ANSWERS.items() if key != "street"}, "street"),
        ({**ADDRESS_ANSWERS, "shoe_size": "42"}, "shoe_size"),
        ({**ADDRESS_ANSWERS, "full_name": "x" * 10_000}, "full_name"),
        ({**ADDRESS_ANSWERS, "full_name": True}, "full_name"),
    ],
)
def test_an_answer_that_is_not_taken_is_named_with_its_question(
    tmp_path: Path, town: RunningTown, profile: Path, given: Mapping[str, object], says: str
) -> None:
    town.forget()
    done = kiosk(
        "apply", "change-of-address", "-a", answers(tmp_path, given), "-p", profile, "--key", "memory"
    )
    assert done.returncode in (1, 2)
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert not town.submissions()


@pytest.mark.parametrize("content", ["{", "[1]", "", '"text"', "\x00"])
def test_a_file_that_is_no_answers_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(content, "utf-8")
    done = kiosk("apply", "change-of-address", "-a", file)
    assert done.returncode == 2
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_service_that_is_not_there_is_told_with_what_is_near(tmp_path: Path, profile: Path) -> None:
    words = (
        "apply",
        "change-of-adress",
        "-a",
        answers(tmp_path),
        "-p",
        profile,
        "--key",
        "memory",
        "--wait",
        "5",
    )
    done = kiosk(*words)
    assert done.returncode == 1
    assert "change-of-address" in done.stderr


def test_a_language_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = kiosk("apply", "change-of-address", "-a", answers(tmp_path), "--lang", "tlh")
    assert done.returncode == 2
    assert "zh-Hans" in done.stderr


def test_a_bad_profile_has_one_line_for_each_mistake_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    text = (SHIPPED / "home.toml").read_text("utf-8")
    file.write_text(text.replace('kind = "home"', 'kind = "castle"').replace("ppi = 100", "ppi = 5"), "utf-8")
    for words in (("profile", "check", file), ("run", "--profile", file)):
        done = kiosk(*words, QT_QPA_PLATFORM="offscreen")
        assert done.returncode == 2, done.stderr
        assert "kind" in done.stderr
        assert "screen.ppi" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_good_profile_is_called_good() -> None:
    done = kiosk("profile", "check", "town-hall-kiosk")
    assert done.returncode == 0
    assert "Port Amity" in done.stdout


def test_without_a_key_store_the_program_refuses_and_says_why(tmp_path: Path, profile: Path) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_DATA_HOME": str(tmp_path)}
    for words in (("outbox", "-p", profile), ("run", "-p", profile)):
        done = kiosk(*words, QT_QPA_PLATFORM="offscreen", **nowhere)
        assert done.returncode == 3, done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.requirement("PRV-06", part="staff see counts and ages only")
def test_the_outbox_report_tells_counts_and_ages_only(tmp_path: Path, profile: Path) -> None:
    done = kiosk("outbox", "-p", profile, "--key", "memory")
    assert done.returncode == 0
    assert done.stdout == "The outbox is empty.\n"


def test_the_doctor_says_how_to_mend_what_is_missing(tmp_path: Path) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_DATA_HOME": str(tmp_path)}
    done = kiosk("doctor", **nowhere)
    assert done.returncode == 1
    assert "bad   key" in done.stdout
    assert "to mend: start and unlock a Secret Service" in done.stdout
    assert "ok    window system" in done.stdout
    assert "ok    fonts" in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "demo",
        "sandbox",
        "apply",
        "outbox",
        "rescue",
        "send-again",
        "doctor",
        "profile check",
        "language check",
    ],
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = kiosk(*command.split(), "--help")
    assert done.returncode == 0
    assert "Example: kiosk " in done.stdout
