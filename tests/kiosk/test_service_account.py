# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What root types at an installed machine is done by the service's account; its credential is gone afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.service_account import credentials
from tests.support.disks import need_root

SOMEBODY = 65_534
WORK = """
import os, sys
from pathlib import Path
from kiosk.service_account import credentials
folder = credentials(Path(sys.argv[1]), Path(sys.argv[2]))
file = folder / "civic-kiosk"
print(os.getuid(), os.getgid(), oct(file.stat().st_mode & 0o777), file.read_bytes().decode(), folder)
"""


def test_what_systemd_gave_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert credentials(tmp_path / "none", tmp_path) == tmp_path


def test_a_machine_without_a_secret_gives_none_and_changes_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    before = os.getuid()
    assert credentials(tmp_path / "none", tmp_path) is None
    assert os.getuid() == before


def test_roots_command_becomes_the_account_and_leaves_nothing_decrypted() -> None:
    need_root("only root becomes another account")
    # A folder that the account can reach: pytest's own are closed to others.
    made = subprocess.run(("mktemp", "-d"), capture_output=True, text=True, check=True).stdout.strip()
    place, secret = Path(made), Path(made) / "secret"
    try:
        place.chmod(0o711)
        secret.write_text("sealed")
        said = place / "systemd-creds"
        said.write_text('#!/bin/sh\n[ "$1 $2 $4" = "decrypt --name=civic-kiosk -" ] && printf 32-bytes\n')
        said.chmod(0o755)
        runtime = place / "runtime"
        runtime.mkdir(mode=0o700)
        os.chown(runtime, SOMEBODY, SOMEBODY)
        environment = {name: value for name, value in os.environ.items() if name != "CREDENTIALS_DIRECTORY"}
        done = subprocess.run(
            (sys.executable, "-c", WORK, str(secret), str(runtime)),
            cwd=Path(__file__).parents[2],
            env={**environment, "PATH": f"{place}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=True,
        )
        words = done.stdout.split()
        assert words[:4] == [str(SOMEBODY), str(SOMEBODY), "0o600", "32-bytes"]
        assert Path(words[4]).parent == runtime
        assert list(runtime.iterdir()) == []
    finally:
        subprocess.run(("rm", "-r", made), check=True)
