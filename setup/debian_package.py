# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the Debian package: the program with its locked packages under /opt, and the machine's settings around it.

`python -m setup.debian_package FOLDER` writes FOLDER/civic-kiosk_VERSION_ARCHITECTURE.deb, with pip, ldd and dpkg-deb.
"""

import compileall
import os
import shutil
import subprocess
import sys
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Final

from kiosk.version import VERSION
from setup import qt_subset

ROOT: Final = Path(__file__).parents[1]
PACKAGES: Final = ("core", "services", "offline_cache", "i18n", "accessibility", "ui", "kiosk", "sandbox")
HOME: Final = Path("opt/civic-kiosk")
PYTHON: Final = "/usr/bin/python3.11"
COMMAND: Final = """#!/opt/civic-kiosk/bin/python -I
from kiosk.command_line import main

main()
"""
CONTROL: Final = """Package: civic-kiosk
Version: {version}
Architecture: {architecture}
Maintainer: Civic Kiosk contributors <civic-kiosk@localhost>
Section: misc
Priority: optional
Depends: {depends}
Recommends: usbguard, systemd-timesyncd
Installed-Size: {size}
Description: one counter for all public services
 A citizen-service client for public kiosks. Installing it makes the machine a kiosk: consoles are closed, nobody
 reaches it by network, and the program has the screen.
"""
PLACES: Final = (
    ("systemd", "lib/systemd/system"),
    ("etc/sysusers.d", "usr/lib/sysusers.d"),
    ("etc/tmpfiles.d", "usr/lib/tmpfiles.d"),
    ("etc/system-preset", "lib/systemd/system-preset"),
    ("etc/sysctl.d", "etc/sysctl.d"),
    ("etc/logind.conf.d", "etc/systemd/logind.conf.d"),
    ("etc/system.conf.d", "etc/systemd/system.conf.d"),
    ("etc/journald.conf.d", "etc/systemd/journald.conf.d"),
    ("etc/coredump.conf.d", "etc/systemd/coredump.conf.d"),
    ("etc/nftables.d", "etc/nftables.d"),
    ("etc/grub.d", "etc/default/grub.d"),
    ("etc/grub-menu.d", "etc/grub.d"),
    ("etc/cups", "usr/share/civic-kiosk/cups"),
    ("etc/usbguard", "usr/share/civic-kiosk/usbguard"),
    ("etc/overlayroot.local.conf", "usr/share/civic-kiosk/overlayroot.local.conf"),
    ("etc/masked-units", "usr/share/civic-kiosk/masked-units"),
)
"""What lies in deploy/, and where it goes. Files of other packages are laid beside them as examples only."""


def build(folder: Path) -> Path:
    """Build the package in a folder, and return its file.

    Raises CalledProcessError when one of the programs that it needs fails.
    """
    tree = folder / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    _program(tree)
    _machine(tree)
    _scripts(tree)
    architecture = _said("dpkg", "--print-architecture")
    _control(tree, architecture)
    file = folder / f"civic-kiosk_{VERSION}_{architecture}.deb"
    subprocess.run(("dpkg-deb", "--build", "--root-owner-group", "-Zzstd", "-z9", tree, file), check=True)
    return file


def _program(tree: Path) -> None:
    """A virtual environment at its last place, as `venv` makes one for Debian's own Python."""
    home = tree / HOME
    site = home / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").symlink_to(PYTHON)
    (home / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")
    lock = ROOT / "requirements" / "run.lock"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile")
    subprocess.run((*pip, "--require-hashes", "--no-deps", "--target", site, "-r", lock), check=True)
    shutil.rmtree(site / "bin", ignore_errors=True)
    qt_subset.trim(site / "PySide6", qt_subset.modules_of(ROOT / name for name in PACKAGES))
    for name in PACKAGES:
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("__pycache__"))
    _compile(site)
    command = tree / "usr/bin/kiosk"
    command.parent.mkdir(parents=True)
    command.write_text(COMMAND)
    command.chmod(0o755)


def _compile(site: Path) -> None:
    """Nothing is compiled on the machine: its program cannot be written there."""
    # PySide6's own support files lie in an archive, and are compiled at each start unless they lie beside it.
    wanted = {**os.environ, "SBK_EMBED": "0", "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run((sys.executable, "-c", "import PySide6.QtCore"), env=wanted, check=True)
    subprocess.run((sys.executable, "-m", "kiosk.session.records"), env=wanted, cwd=site, check=True)
    compileall.compile_dir(
        site,
        quiet=2,
        stripdir=str(site.parents[4]),
        prependdir="/",
        workers=0,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )


def _machine(tree: Path) -> None:
    """The settings, each where the system looks for it, and the profile that a new machine begins with."""
    for source, place in PLACES:
        found, target = ROOT / "deploy" / source, tree / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if found.is_dir():
            shutil.copytree(found, target, dirs_exist_ok=True)
        else:
            shutil.copy(found, target)
    share = tree / "usr/share/civic-kiosk"
    shipped = (ROOT / "kiosk/profiles/town-hall-kiosk.toml").read_text("utf-8")
    (share / "profile.toml").write_text(shipped.replace('key = "keyring"', 'key = "credential"'), "utf-8")
    documents = tree / "usr/share/doc/civic-kiosk"
    documents.mkdir(parents=True)
    for name in ("README.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, documents)
    shutil.copy(ROOT / "deploy/README.md", documents / "MACHINE.md")


def _scripts(tree: Path) -> None:
    scripts = tree / "DEBIAN"
    scripts.mkdir(mode=0o755)
    for name in ("postinst", "prerm", "postrm"):
        (scripts / name).write_text((ROOT / "deploy/debian" / name).read_text())
        (scripts / name).chmod(0o755)
    settings = sorted(file for file in (tree / "etc").rglob("*") if file.is_file())
    (scripts / "conffiles").write_text("".join(f"/{file.relative_to(tree)}\n" for file in settings))


def _control(tree: Path, architecture: str) -> None:
    lines = (ROOT / "deploy/debian/depends").read_text().splitlines()
    depends = ", ".join(line for line in lines if not line.startswith("#"))
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir()) // 1024
    text = CONTROL.format(version=VERSION, architecture=architecture, depends=depends, size=size)
    (tree / "DEBIAN/control").write_text(text)


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]))}\n")
