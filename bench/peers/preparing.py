# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the browser peers ready to run: a copy of their benchmark's folder, with what npm brings, in build/peers.

Nothing of theirs is kept in the project. Where the folder, a browser, Node.js or the way to a registry is missing,
the reason is said and nothing is compared.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PREPARED: Final = Path("build/peers")
_PATIENCE: Final = 900.0
_NPM: Final = ("--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps")
_BESIDE: Final = ("language-tags@1.0.5", "string-direction@0.1", "xpath-to-css", "css.escape")
"""What the peers' packages need and do not name themselves."""
_TRANSFORMER: Final = "enketo-transformer@4.2.0"
_NEEDED: Final = ("chromium", "node", "npm", "tar")


class MissingError(Exception):
    """The peers cannot run here; the message says why."""


def prepared(source: Path) -> Path:
    """The folder from which the peers run, made if it is not there or another. Raises `MissingError`."""
    if not (source / "web" / "package.json").is_file():
        raise MissingError(f"there is no benchmark of the peers at {source}")
    for program in _NEEDED:
        if shutil.which(program) is None:
            raise MissingError(f"{program} is not installed")
    stamp, wanted = PREPARED / "made-of", _digest(source)
    if stamp.is_file() and stamp.read_text("ascii") == wanted:
        return PREPARED.resolve()
    print(f"beside browsers: making the peers ready in {PREPARED}, which takes some minutes once", flush=True)
    _make(source)
    stamp.write_text(wanted, "ascii")
    return PREPARED.resolve()


def _make(source: Path) -> None:
    shutil.rmtree(PREPARED, ignore_errors=True)
    # Not copytree's own copy of the modes: the source may be read only.
    shutil.copytree(source, PREPARED, copy_function=shutil.copyfile)
    for folder in (PREPARED, *(one for one in PREPARED.rglob("*") if one.is_dir())):
        folder.chmod(0o755)
    for name in ("data", "results", "logs", "web/etx"):
        (PREPARED / name).mkdir(exist_ok=True)
    web = PREPARED / "web"
    _run(web, "npm", "install", *_NPM)
    _run(web, "npm", "install", "--no-save", *_NPM, *_BESIDE)
    _run(web, "npm", "pack", _TRANSFORMER)
    _run(web, "tar", "xzf", f"{_TRANSFORMER.replace('@', '-')}.tgz", "-C", "etx")
    _run(web, "node", "build.mjs")
    _run(PREPARED, sys.executable, "gen/gen.py")
    _run(PREPARED, "node", "gen/enketo_transform.mjs")
    _run(PREPARED, sys.executable, "gen/enketo_apply.py")


def _run(folder: Path, *command: str) -> None:
    try:
        done = subprocess.run(
            command, check=False, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise MissingError(f"{' '.join(command[:2])} did not end") from None
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise MissingError(f"{' '.join(command[:2])}: {said[-1] if said else f'status {done.returncode}'}")


def _digest(source: Path) -> str:
    """What the folder holds, so that another one is made ready anew."""
    found = hashlib.sha256()
    for part in _parts(source):
        found.update(part)
    return found.hexdigest()


def _parts(source: Path) -> Iterator[bytes]:
    for file in sorted(source.rglob("*")):
        if file.is_file():
            yield str(file.relative_to(source)).encode()
            yield file.read_bytes()
