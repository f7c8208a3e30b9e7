# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every process of the program closes itself before it touches anything personal."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store_folder import trial_folder

ROOT = Path(__file__).parents[2]
SAY = """
import ctypes, os, resource, sys
from kiosk.hardening import harden
if sys.argv[1] == "hardened":
    harden()
open(sys.argv[2], "w").close()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE),
      oct(os.stat(sys.argv[2]).st_mode & 0o777))
"""
PR_GET_DUMPABLE = 3


def said(how: str, file: Path) -> list[str]:
    """A process's own word: dumpable, both limits of core files, the mode of a new file."""
    command = (
        "import os, resource; os.umask(0o022); "
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]; "
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard));" + SAY
    )
    run = subprocess.run(
        (sys.executable, "-c", command, how, str(file)), cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


@pytest.mark.requirement("PRV-04", "E-04", part="no core files, no readers, private files")
def test_a_hardened_process_dumps_nothing_is_read_by_nobody_and_writes_private_files(tmp_path: Path) -> None:
    assert said("hardened", tmp_path / "file") == ["0", "0", "0", "0o600"]


def test_an_ordinary_process_is_not_so(tmp_path: Path) -> None:
    dumpable, *_, mode = said("as it is", tmp_path / "file")

    assert (dumpable, mode) == ("1", "0o644")


@pytest.mark.requirement("E-11", part="the runtime folder is ours alone")
def test_the_runtime_folder_is_ours_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = trial_folder()

    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700
