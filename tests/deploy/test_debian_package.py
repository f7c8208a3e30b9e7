# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Debian package takes along, leaves out, asks for and does, without building it."""

import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest

from setup import qt_subset
from setup.debian_package import PACKAGES, PLACES, ROOT

DEBIAN = ROOT / "deploy" / "debian"
ONLY_TO_CHECK = {
    "at-spi2-core",
    "dbus",
    "gir1.2-atspi-2.0",
    "gnome-keyring",
    "iproute2",
    "libglib2.0-bin",
    "poppler-utils",
    "pulseaudio",
    "pulseaudio-utils",
    "python3-gi",
    "python3-venv",
    "strace",
    "x11-utils",
    "xauth",
    "xdotool",
    "xvfb",
}
"""What tests, a desktop and the making of an environment need, and a kiosk does not."""


def names(file: Path) -> set[str]:
    return {line for line in file.read_text().splitlines() if not line.startswith("#")}


def test_it_asks_for_what_the_program_needs_of_the_system() -> None:
    wanted = names(ROOT / "setup" / "debian-packages.txt") - ONLY_TO_CHECK
    assert wanted <= names(DEBIAN / "depends")
    assert names(DEBIAN / "depends") - wanted == {"python3.11", "seatd"}


def test_every_file_of_the_machine_has_its_place() -> None:
    taken = [ROOT / "deploy" / source for source, _ in PLACES]
    left = [
        file
        for file in (ROOT / "deploy").rglob("*")
        if file.is_file() and not any(file.is_relative_to(one) for one in taken)
    ]
    assert {file.parent.name for file in left} == {"deploy", "debian", "monitoring"}


@pytest.mark.parametrize("script", ["postinst", "prerm", "postrm"])
def test_the_shell_reads_what_is_done(script: str) -> None:
    assert subprocess.run(("sh", "-n", DEBIAN / script), check=False).returncode == 0
    assert "rm -" not in (DEBIAN / script).read_text(), "nothing that citizens sealed is ever deleted by it"


def test_the_modules_of_qt_are_those_that_the_program_imports() -> None:
    modules = qt_subset.modules_of(ROOT / name for name in PACKAGES)
    assert {"QtCore", "QtGui", "QtWidgets", "QtSvg"} <= modules
    assert not [name for name in modules if "Web" in name or "Quick" in name]


@pytest.mark.long
def test_what_is_left_of_qt_opens_a_window_and_has_no_browser(tmp_path: Path) -> None:
    """A whole copy of PySide6 is made for it, of 600 MB."""
    found = Path(PySide6.__file__).parent
    for name in ("PySide6", "shiboken6"):
        shutil.copytree(found.parent / name, tmp_path / name, symlinks=True)
    modules = qt_subset.modules_of(ROOT / name for name in PACKAGES)
    qt_subset.trim(tmp_path / "PySide6", modules)
    assert not list(tmp_path.rglob("*WebEngine*"))
    assert sum(file.lstat().st_size for file in tmp_path.rglob("*") if file.is_file()) < 200_000_000
    code = "\n".join([*(f"import PySide6.{name}" for name in sorted(modules)), OPEN])
    done = subprocess.run(
        ("python3.11", "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{code}"),
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "shown\n", done.stderr


OPEN = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
print("shown" if window.isVisible() else "hidden")
"""
