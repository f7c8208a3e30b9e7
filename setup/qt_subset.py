# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves of an installed PySide6 what the program uses: no browser engine and no tools lie on a kiosk."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

PLUGINS: Final = (
    "egldeviceintegrations",
    "iconengines",
    "imageformats/libqgif.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "multimedia",
    "platforms/libqeglfs.so",
    "platforms/libqminimal.so",
    "platforms/libqoffscreen.so",
    "platforms/libqvnc.so",
    "platforms/libqwayland*.so",
    "platforms/libqxcb.so",
    "platformthemes",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
)
"""Plugins of Qt, which nothing names in its list of libraries."""

KEPT_FILES: Final = ("__init__.py", "_config.py", "_git_pyside_version.py")
IMPORTED: Final = re.compile(r"^\s*(?:from|import) PySide6\.(Qt\w+)|^\s*from PySide6 import ([\w, ]+)", re.M)
LOADED: Final = re.compile(r"=> (\S+) \(0x")


def modules_of(folders: Iterable[Path]) -> set[str]:
    """The modules of PySide6 that some packages import."""
    found: set[str] = set()
    for folder in folders:
        for file in folder.rglob("*.py"):
            for one, several in IMPORTED.findall(file.read_text("utf-8")):
                found |= {one} if one else {name.strip() for name in several.split(",")}
    return {name for name in found if name.startswith("Qt")}


def trim(pyside: Path, modules: set[str]) -> None:
    """Remove everything from an installed PySide6 that `modules` and the plugins do not load.

    Raises CalledProcessError where ldd cannot read a library.
    """
    qt = pyside / "Qt"
    wanted = [pyside / f"{name}.abi3.so" for name in sorted(modules)]
    # A module imports those of the libraries that it loads.
    beneath = {
        pyside / f"{file.name[3:].partition('.')[0].replace('Qt6', 'Qt')}.abi3.so"
        for file in _loaded(wanted, qt / "lib")
    }
    wanted = sorted({*wanted, *(file for file in beneath if file.exists())})
    wanted += sorted(pyside.glob("libpyside6.abi3.so*"))
    for pattern in PLUGINS:
        for place in sorted((qt / "plugins").glob(pattern)):
            wanted += sorted(place.rglob("*.so")) if place.is_dir() else [place]
    kept = set(wanted) | _loaded(wanted, qt / "lib")
    for entry in sorted(pyside.iterdir()):
        if entry != qt and entry not in kept and entry.name not in KEPT_FILES:
            _remove(entry)
    for entry in sorted(qt.iterdir()):
        if entry.name not in ("lib", "plugins"):
            _remove(entry)
    for file in sorted([*(qt / "lib").rglob("*"), *(qt / "plugins").rglob("*")]):
        if not file.is_dir() and file not in kept:
            file.unlink()


def _loaded(libraries: Iterable[Path], within: Path) -> set[Path]:
    """Every library of a folder that some load, directly or through others; links and what they lead to."""
    found: set[Path] = set()
    for library in libraries:
        listed = subprocess.run(("ldd", library), capture_output=True, text=True, check=True).stdout
        for name in LOADED.findall(listed):
            place = within / Path(name).name
            if place.exists():
                found |= {place, place.resolve()}
    return found


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()
