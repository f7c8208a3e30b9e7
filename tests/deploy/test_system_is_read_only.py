# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file that a technician copies makes the system read only, and never where sealed answers would be lost (E-17)."""

import subprocess
from pathlib import Path
from typing import Final

import pytest

from setup.debian_package import PLACES
from tests.support.processes import ROOT

FILE: Final = ROOT / "deploy" / "etc" / "overlayroot.local.conf"
SYSTEM: Final = "UUID=1 / ext4 errors=remount-ro 0 1\n"
ON: Final = "tmpfs:recurse=0,swap=0"


def told(folder: Path, fstab: str) -> str:
    """What `overlayroot` is told: it sources the file with a shell, while the new root is not yet entered."""
    (folder / "etc").mkdir()
    (folder / "etc/fstab").write_text(fstab)
    done = subprocess.run(
        ("sh", "-euc", f'. "{FILE}"; echo "$overlayroot"'),
        env={"PATH": "/usr/bin:/bin", "rootmnt": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("UUID=3 /var/lib/civic-kiosk ext4 nodev 0 2\n", ON),
        ("LABEL=kept\t/var/lib/civic-kiosk\text4\tnodev\t0\t2\n", ON),
        ("", "disabled"),
        ("# UUID=3 /var/lib/civic-kiosk ext4 nodev 0 2\n", "disabled"),
        ("UUID=3 /var/lib/civic-kiosk-old ext4 nodev 0 2\n", "disabled"),
    ],
)
def test_it_is_read_only_where_what_was_sealed_has_a_partition(
    tmp_path: Path, line: str, wanted: str
) -> None:
    assert told(tmp_path, SYSTEM + line) == wanted


def test_the_package_lays_it_where_a_technician_copies_it_from() -> None:
    assert ("etc/overlayroot.local.conf", "usr/share/civic-kiosk/overlayroot.local.conf") in PLACES
