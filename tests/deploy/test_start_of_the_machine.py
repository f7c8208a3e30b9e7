# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package tells GRUB: nothing to choose from, and a kernel that gives nobody a shell (K-14, E-05)."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from kiosk.command_line.lockdown_findings import boot
from setup.debian_package import PLACES
from tests.support.processes import ROOT

FILE: Final = ROOT / "deploy" / "etc" / "grub.d" / "civic-kiosk.cfg"
NAMES: Final = ("TIMEOUT", "TIMEOUT_STYLE", "RECORDFAIL_TIMEOUT", "DISABLE_RECOVERY", "CMDLINE_LINUX")


def told(before: str = "") -> dict[str, str]:
    """What grub-mkconfig knows once it has read the file, as it does: with the shell, after the machine's own."""
    ask = "; ".join(f'echo "$GRUB_{name}"' for name in NAMES)
    done = subprocess.run(
        ("sh", "-euc", f'GRUB_CMDLINE_LINUX="{before}"; . "{FILE}"; {ask}'),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(NAMES, done.stdout.splitlines(), strict=True))


@pytest.mark.requirement("K-14", part="the package has GRUB show no menu and no rescue system")
def test_no_menu_waits_and_the_machines_own_words_stay(tmp_path: Path) -> None:
    found = told("console=ttyS0")
    assert (found["TIMEOUT"], found["TIMEOUT_STYLE"], found["RECORDFAIL_TIMEOUT"]) == ("0", "hidden", "0")
    assert found["DISABLE_RECOVERY"] == "true"
    words = found["CMDLINE_LINUX"].split()
    assert words[0] == "console=ttyS0"
    assert {"panic=10", "init_on_alloc=1", "init_on_free=1"} <= set(words)
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "cmdline").write_text(" ".join(words))
    assert boot(tmp_path) == "", "the doctor of a machine that starts so has nothing to say"
    (tmp_path / "proc" / "cmdline").write_text("quiet")
    assert boot(tmp_path)


def test_the_package_lays_it_where_grub_reads_it_and_has_it_read() -> None:
    assert ("etc/grub.d", "etc/default/grub.d") in PLACES
    script = (ROOT / "deploy" / "debian" / "postinst").read_text()
    assert "update-grub" in script
    assert shutil.which("sh") is not None
    assert subprocess.run(("sh", "-n", ROOT / "deploy/debian/postinst"), check=False).returncode == 0
