# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package tells GRUB: nothing to choose from, and a kernel that gives nobody a shell (K-14, E-05)."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from kiosk.command_line.start_findings import boot, memory
from setup.debian_package import PLACES
from tests.support.processes import ROOT

FILE: Final = ROOT / "deploy" / "etc" / "grub.d" / "civic-kiosk.cfg"
NAMES: Final = ("TIMEOUT", "TIMEOUT_STYLE", "RECORDFAIL_TIMEOUT", "DISABLE_RECOVERY", "CMDLINE_LINUX")


def told(folder: Path, before: str = "", *, installed: bool = True) -> dict[str, str]:
    """What grub-mkconfig knows once it has read the file, as it does: with the shell, after the machine's own."""
    program = folder / "kiosk"
    if installed:
        program.touch(0o755)
    text = FILE.read_text("utf-8")
    assert text.count("/usr/bin/kiosk") == 1
    read = folder / FILE.name
    read.write_text(text.replace("/usr/bin/kiosk", str(program)), "utf-8")
    ask = "; ".join(f'echo "${{GRUB_{name}:-}}"' for name in NAMES)
    done = subprocess.run(
        ("sh", "-euc", f'GRUB_CMDLINE_LINUX="{before}"; . "{read}"; {ask}'),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(NAMES, done.stdout.splitlines(), strict=True))


@pytest.mark.requirement("E-05", part="the package has the kernel overwrite memory")
@pytest.mark.requirement("K-14", part="the package has GRUB show no menu and no rescue system")
def test_no_menu_waits_and_the_machines_own_words_stay(tmp_path: Path) -> None:
    found = told(tmp_path, "console=ttyS0")
    assert (found["TIMEOUT"], found["TIMEOUT_STYLE"], found["RECORDFAIL_TIMEOUT"]) == ("0", "hidden", "0")
    assert found["DISABLE_RECOVERY"] == "true"
    words = found["CMDLINE_LINUX"].split()
    assert words[0] == "console=ttyS0"
    assert {"panic=10", "nohibernate", "init_on_alloc=1", "init_on_free=1"} <= set(words)
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "cmdline").write_text(" ".join(words))
    assert boot(tmp_path) == memory(tmp_path) == "", (
        "the doctor of a machine that starts so has nothing to say"
    )
    (tmp_path / "proc" / "cmdline").write_text("quiet")
    assert boot(tmp_path)
    assert memory(tmp_path)


def test_where_the_package_was_removed_the_file_that_is_left_changes_nothing(tmp_path: Path) -> None:
    found = told(tmp_path, "console=ttyS0", installed=False)
    assert found.pop("CMDLINE_LINUX") == "console=ttyS0"
    assert set(found.values()) == {""}


@pytest.mark.parametrize(
    ("why", "menu", "asked"),
    [
        ("remove", True, 1),
        ("purge", True, 1),
        ("upgrade", True, 0),
        ("failed-upgrade", True, 0),
        ("remove", False, 0),
    ],
)
def test_grub_forgets_the_package_when_that_is_removed(
    tmp_path: Path, why: str, menu: bool, asked: int
) -> None:
    """Run as it is, but for the place of GRUB's menu and a program that notes that it was asked."""
    noted, grub = tmp_path / "noted", tmp_path / "grub.cfg"
    noted.touch()
    if menu:
        grub.touch()
    program = tmp_path / "update-grub"
    program.write_text(f"#!/bin/sh\necho asked >>{noted}\nexit 1\n")
    program.chmod(0o755)
    script = (ROOT / "deploy" / "debian" / "postrm").read_text("utf-8")
    assert script.count("/boot/grub/grub.cfg") == 1
    done = subprocess.run(
        ("sh", "-s", why),
        input=script.replace("/boot/grub/grub.cfg", str(grub)),
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, "a package that cannot be removed is worse than a menu that stays as it is"
    assert len(noted.read_text().splitlines()) == asked


def test_the_package_lays_it_where_grub_reads_it_and_has_it_read() -> None:
    assert ("etc/grub.d", "etc/default/grub.d") in PLACES
    assert ("etc/grub-menu.d", "etc/grub.d") in PLACES
    script = (ROOT / "deploy" / "debian" / "postinst").read_text()
    assert "update-grub" in script
    assert shutil.which("sh") is not None
    assert subprocess.run(("sh", "-n", ROOT / "deploy/debian/postinst"), check=False).returncode == 0
