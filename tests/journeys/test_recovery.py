# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine is dead, its disk is not: the authority delivers what waited, with a key that was never on the machine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.processes import ROOT
from tests.support.sandbox_town import running_town

ANSWERS = (
    '{"full_name": "Marigold Example", "street": "27 Ropewalk", "moving_date": "2026-12-14",'
    ' "who_moves": "only_me", "tell": "nobody"}'
)


def kiosk(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (sys.executable, "-m", "kiosk", *words),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def profile_for(folder: Path, town: str, public: str) -> Path:
    text = (ROOT / "kiosk" / "profiles" / "town-hall-kiosk.toml").read_text("utf-8")
    text = text.replace("http://127.0.0.1:8311", town)
    text = text.replace('key = "keyring"', f'key = "credential"\nfolder = "{folder / "store"}"', 1)
    file = folder / "own.toml"
    file.write_text(text.replace('# recovery_key = "..."', f'recovery_key = "{public}"'), "utf-8")
    return file


def test_the_authority_delivers_from_the_disk_of_a_dead_machine(tmp_path: Path) -> None:
    private = tmp_path / "authority.key"
    made = kiosk("recovery-key", str(private))
    public = re.search(r'recovery_key = "([^"]+)"', made.stdout)
    assert public is not None, made.stderr
    assert kiosk("recovery-key", str(private)).returncode != 0, "an existing key is never written over"
    given = tmp_path / "given"
    given.mkdir(mode=0o700)
    (given / "civic-kiosk").write_bytes(os.urandom(32))
    (given / "civic-kiosk").chmod(0o400)
    (tmp_path / "answers.json").write_text(ANSWERS)
    with running_town(tmp_path) as town:
        profile = profile_for(tmp_path, town.url, public.group(1))
        words = ("apply", "change-of-address", "-a", str(tmp_path / "answers.json"), "-p", str(profile))
        # The agency answers questions and takes nothing, so that it stays on the machine.
        town.order("status-before-commit", endpoint="submission-head", status=503)
        sealed = kiosk(*words, "--wait", "8", CREDENTIALS_DIRECTORY=str(given))
        assert sealed.returncode == 0, sealed.stderr
        assert town.submissions() == []
        shutil.rmtree(given)
        town.clear()

        done = kiosk("recover", "--private-key", str(private), "-p", str(profile), "--wait", "60")

        assert done.returncode == 0, done.stderr + done.stdout
        assert "received" in done.stdout
        assert len(town.submissions()) == 1
