# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a command refuses, it says so on standard error, in lines that name the program, and fails."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from kiosk.command_line.commands import app, run_commands

MISSING = ("--profile", "nowhere.toml")
TRIAL = ("--key", "memory")
REFUSED: dict[str, tuple[str, ...]] = {
    "run": MISSING,
    "demo": MISSING,
    "apply": ("birth", "--answers", "nowhere.json"),
    "outbox": MISSING,
    "discard": ("ABCD", "--reason", "sent by post", *TRIAL),
    "send-again": ("ABCD", "--reason", "they have not got it", *TRIAL),
    "rescue": MISSING,
    "recovery-key": ("nowhere/authority.key",),
    "recover": ("--private-key", "nowhere.key"),
    "receipt-key": MISSING,
    "doctor": MISSING,
    "setup": ("home",),
    "self-test": MISSING,
    "form check": ("nowhere.xml",),
    "form run": ("nowhere.xml",),
    "form preview": ("nowhere.xml",),
    "form gate": ("nowhere.xml",),
    "form convert": ("nowhere.xlsx",),
    "profile check": ("nowhere.toml",),
    "profile schema": ("--language", "xx"),
    "profile edit": ("nowhere.toml",),
    "profile new": ("my.toml", "--like", "nobody"),
    "profile find": ("ftp://forms.example.org",),
    "profile export": ("out.kiosk", "--key", "nowhere.key"),
    "profile codes": ("nowhere.kiosk",),
    "profile import": (),
    "bundle init": (".",),
    "bundle key": ("nowhere/health.key",),
    "bundle delegate": ("nowhere", "mayor", "00"),
    "bundle add": ("nowhere", "elsewhere/x", "here.txt"),
    "bundle sign": ("nowhere",),
    "bundle publish": ("nowhere",),
    "bundle take": (".", *MISSING),
    "bundle status": MISSING,
    "bundle confirm": MISSING,
    "bundle back": MISSING,
    "staff add": ("Mona", "--role", "attendant"),
    "staff remove": ("Mona", *TRIAL),
    "staff list": ("--profile", "home"),
    "staff log verify": ("--public-key", "00"),
    "staff log export": ("nowhere/log.jsonl", *TRIAL),
    "language check": ("nowhere",),
    "machine start-password": (),
}
"""For each command, what it cannot do."""

NEVER = {"sandbox"}
"""It has nothing to refuse: the town's own process says why it does not start."""


def commands() -> Iterator[str]:
    """The name of every command there is."""
    yield from _within(typer.main.get_command(app), "")


def _within(command: object, name: str) -> Iterator[str]:
    if not isinstance(command, TyperGroup):
        yield name
        return
    for word, one in command.commands.items():
        yield from _within(one, f"{name} {word}".strip())


def test_every_command_is_asked_for_what_it_cannot_do() -> None:
    assert set(commands()) == set(REFUSED) | NEVER


@pytest.mark.parametrize("command", REFUSED)
def test_what_is_refused_is_said_in_lines_that_name_the_program(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO())
    (tmp_path / "here.txt").write_text("here")

    status = run_commands([*command.split(), *REFUSED[command]])

    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert status in (1, 2, 3)
    assert said.out == ""
    assert lines
    assert all(line.startswith("kiosk: ") for line in lines), lines
