# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff sign a set-up and take it from a stick, at the command line alone."""

import io
from pathlib import Path

import pytest

from core import activation
from kiosk.bundles.home import BundleHome
from kiosk.bundles.stick import BASE, FolderFetcher
from kiosk.command_line.commands import run_commands
from tests.support.bundle_world import PROFILE

PASSPHRASE = "correct horse battery"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "profile.toml").write_bytes(
        PROFILE.replace(
            b"[store]\n",
            f'[bundle]\nroot = "{tmp_path}/town/root.json"\n\n[store]\nfolder = "{tmp_path}/store"\n'.encode(),
        )
    )
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *words: object, passphrase: str = PASSPHRASE) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{passphrase}\n" * 6))
    return run_commands(["bundle", *map(str, words)])


def test_from_the_first_key_to_the_version_on_trial(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    town, machine = place / "town", ("--profile", place / "profile.toml")
    assert run(monkeypatch, "init", town) == 0
    assert run(monkeypatch, "key", place / "health.key") == 0
    public = capsys.readouterr().out.split()[-1]
    assert run(monkeypatch, "delegate", town, "agency-health", public) == 0
    assert run(monkeypatch, "sign", town, "--role", "agency-health", "--key", place / "health.key") == 0
    assert run(monkeypatch, "add", town, "profile/profile.toml", place / "profile.toml") == 0
    assert run(monkeypatch, "sign", town) == 0
    assert run(monkeypatch, "publish", town) == 0
    assert run(monkeypatch, "status", *machine) == 1
    assert run(monkeypatch, "take", town / "public", *machine) == 0
    capsys.readouterr()

    home = BundleHome.beside(place / "store")
    assert home.ready() == 1
    assert run(monkeypatch, "confirm", *machine) == 2
    home.change(lambda state: activation.begun(state, 1, 0.0))
    assert run(monkeypatch, "confirm", *machine) == 1
    home.change(lambda state: activation.well(state, activation.Confirm.STAFF))
    assert run(monkeypatch, "status", *machine) == 1
    assert run(monkeypatch, "confirm", *machine) == 0
    assert run(monkeypatch, "status", *machine) == 0
    assert "counts: version 1; before it: the machine's own profile" in capsys.readouterr().out
    assert run(monkeypatch, "back", *machine) == 0
    assert home.activation().active == activation.OWN
    assert run(monkeypatch, "status", *machine) == 0
    assert "version 1, because staff went back" in capsys.readouterr().out


def test_the_root_is_renewed_by_two_of_three_people(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    town = place / "town"
    assert run(monkeypatch, "init", town) == 0
    assert run(monkeypatch, "sign", town, "--role", "root", "--key", town / "keys/root-1.key") == 0
    assert run(monkeypatch, "publish", town) == 1
    assert run(monkeypatch, "sign", town, "--role", "root", "--key", town / "keys/root-3.key") == 0
    assert run(monkeypatch, "publish", town) == 0
    assert (town / "public/metadata/2.root.json").is_file()
    assert "published: root" in capsys.readouterr().out


def test_wrong_passphrases_faulty_profiles_and_machines_without_trust_are_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    town, machine = place / "town", ("--profile", place / "profile.toml")
    assert run(monkeypatch, "init", town, passphrase="short") == 1
    assert "at least 10" in capsys.readouterr().err
    assert run(monkeypatch, "status") == 2
    assert "no [bundle]" in capsys.readouterr().err
    other = place / "other"
    assert run(monkeypatch, "init", other) == 0
    assert run(monkeypatch, "publish", other, passphrase="another horse battery") == 1
    assert "does not open it" in capsys.readouterr().err
    (place / "bad.toml").write_text("kind = 1")
    assert run(monkeypatch, "add", other, "profile/profile.toml", place / "bad.toml") == 0
    assert run(monkeypatch, "sign", other) == 0
    assert run(monkeypatch, "publish", other) == 0
    assert run(monkeypatch, "take", other / "public", *machine) == 2
    town.mkdir(exist_ok=True)
    (town / "root.json").write_bytes((other / "root.json").read_bytes())
    assert run(monkeypatch, "take", other / "public", *machine) == 3
    assert "kind" in capsys.readouterr().err.splitlines()[-1]
    assert run(monkeypatch, "take", place, *machine) == 3


def test_a_stick_gives_no_names_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    stick = tmp_path / "stick"
    (stick / "metadata").mkdir(parents=True)
    (stick / "out").symlink_to(tmp_path)
    for name in ("../secret", "metadata/../../secret", "out/secret", "/etc/hostname", "metadata/./x", ""):
        with pytest.raises(Exception, match=r"name|link|folder"):
            next(iter(FolderFetcher(stick).fetch(f"{BASE}/{name}")))
