# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile goes from one machine to another at the command line: on a stick, by a hand scanner, through a camera."""

import io
import os
import shutil
import sys
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from securesystemslib.signer import CryptoSigner

from core.code_set import codes_of
from kiosk import children
from kiosk.bundles import authoring
from kiosk.bundles.home import BundleHome
from kiosk.bundles.repository import METADATA, Repository
from kiosk.bundles.signing_keys import make_key, signer_of
from kiosk.command_line.commands import run_commands
from tests.support.bundle_world import PROFILE, public

PASSPHRASE = "correct horse battery"
MODULE = 3
"""Pixels of a code's module, as on a screen of usual fineness."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town whose key for set-ups, and one for snapshots, lie in files; the root that trusts them beside."""
    folder = tmp_path_factory.mktemp("town")
    held = {name: CryptoSigner.generate_ed25519() for name in authoring.key_names()}
    told = {name: public(signer) for name, signer in held.items()}
    for name in ("targets", "snapshot"):
        told[name] = make_key(folder / f"{name}.key", PASSPHRASE)
        held[name] = signer_of(folder / f"{name}.key", PASSPHRASE)
    repository = Repository(folder / "made")
    authoring.begin(repository, told, lambda name: held[name])
    shutil.copyfile(repository.public / METADATA / "1.root.json", folder / "root.json")
    return folder


class Copying:
    """The commands, with what is typed."""

    def __init__(self, town: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.profile, self.file = folder / "library.toml", folder / "stick" / "library.kiosk"
        self.file.parent.mkdir()
        self.keys = town
        table = f'[bundle]\nroot = "{town}/root.json"\n\n[store]\nfolder = "{folder}/store"\n'
        self.profile.write_bytes(PROFILE.replace(b"[store]\n", table.encode()))
        self.home = BundleHome.beside(folder / "store")

    def run(self, *words: object, typed: str = f"{PASSPHRASE}\n") -> int:
        self._patch.setattr("sys.stdin", io.StringIO(typed))
        return run_commands(["profile", *map(str, words), "--profile", str(self.profile)])

    def export(self, key: str = "targets") -> int:
        return self.run("export", self.file, "--key", self.keys / f"{key}.key")


@pytest.fixture
def copying(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copying:
    return Copying(town, tmp_path, monkeypatch)


def test_on_a_stick(copying: Copying, capsys: pytest.CaptureFixture[str]) -> None:
    assert copying.export() == 0
    assert copying.run("import", copying.file) == 0
    assert copying.home.ready() == 1
    capsys.readouterr()
    copying.file.write_bytes(copying.file.read_bytes()[:-100])
    assert copying.run("import", copying.file) == 3
    assert "This is no whole set-up" in capsys.readouterr().err
    assert copying.run("import", copying.file.parent / "nothing") == 1
    assert copying.home.ready() == 1


def test_by_a_hand_scanner_in_any_order(copying: Copying, capsys: pytest.CaptureFixture[str]) -> None:
    assert copying.export() == 0
    codes = codes_of(copying.file.read_bytes())
    scanned = [codes[-1], "something else", *reversed(codes)]
    capsys.readouterr()
    assert copying.run("import", "--codes", typed="\n".join(scanned[:4])) == 3
    assert f"2 of {len(codes)} codes; missing: 1, 2" in capsys.readouterr().err
    assert copying.run("import", "--codes", typed="\n".join(scanned) + "\nnever read") == 0
    assert copying.home.ready() == 1


def test_through_the_camera(
    copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("zxingcpp")
    assert copying.export() == 0
    seen = tmp_path / "seen.png"
    _drawn(codes_of(copying.file.read_bytes())).save(str(seen))
    monkeypatch.setattr(children, "own_command", lambda module: (sys.executable, "-m", module, str(seen)))
    assert copying.run("import", "--camera") == 0, capsys.readouterr().err
    assert copying.home.ready() == 1


def test_the_codes_are_shown_one_after_the_other_and_round_again(
    copying: Copying, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copying.export() == 0
    count = len(codes_of(copying.file.read_bytes()))
    capsys.readouterr()
    for typed, shown in (("q\n", 1), ("\n" * count, count + 1), ("", 1)):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert run_commands(["profile", "codes", str(copying.file)]) == 0
        said = capsys.readouterr().out
        assert said.count(f" of {count}. Enter") == shown
        assert f"Code 1 of {count}." in said
        assert "\u2588" in said or "\u2584" in said
    big = copying.file.with_name("big")
    big.write_bytes(os.urandom(60_000))
    assert run_commands(["profile", "codes", str(big)]) == 2
    assert "too many for codes" in capsys.readouterr().err
    big.unlink()


def _drawn(codes: tuple[str, ...]) -> QImage:
    """What a camera sees that is held before screens with codes on them."""
    made = [segno.make(code, error="m", micro=False).matrix for code in codes]
    side, across = (max(map(len, made)) + 8) * MODULE, 5
    picture = QImage(side * across, side * -(-len(made) // across), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for place, matrix in enumerate(made):
        left, top = place % across * side + 4 * MODULE, place // across * side + 4 * MODULE
        for row, line in enumerate(matrix):
            for column, dark in enumerate(line):
                if dark:
                    at = QRect(left + column * MODULE, top + row * MODULE, MODULE, MODULE)
                    painter.fillRect(at, Qt.GlobalColor.black)
    painter.end()
    return picture


def test_nothing_is_signed_that_could_not_be_taken(
    copying: Copying, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copying.export("snapshot") == 2
    assert "is not the key" in capsys.readouterr().err
    assert copying.run("export", copying.file, "--key", copying.keys / "targets.key", typed="wrong\n") == 2
    assert copying.run("import", copying.file, "--codes") == 2
    text = copying.profile.read_text("utf-8")
    places = copying.profile.parent / "own.geojson"
    places.write_text('{"type":"FeatureCollection","features":[]}', "utf-8")
    copying.profile.write_text(text.replace("port-amity.geojson", "own.geojson"), "utf-8")
    assert copying.export() == 3
    assert "`kiosk bundle` carries them together" in capsys.readouterr().err
    copying.profile.write_text(f"{text}\n[delays]\nwarning = 5\n", "utf-8")
    assert copying.export() == 3
    copying.profile.write_text(text, "utf-8")
    assert copying.run("export", copying.file / "x", "--key", copying.keys / "targets.key") == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert not list(copying.file.parent.iterdir())
