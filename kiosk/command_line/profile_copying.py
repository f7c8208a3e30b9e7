# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile from one machine to others: one signed file, on a stick or as codes that a scanner or a camera reads."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

from tuf.api.metadata import Root

from core.code_set import Gathered, codes_of
from i18n.messages import Messages
from kiosk import children
from kiosk.bundles.carried import LeftAlone, take_carried
from kiosk.bundles.contents import TOP
from kiosk.bundles.repository import BadRepositoryError, read_metadata
from kiosk.bundles.signed_profile import MOST_FILE_BYTES, signed
from kiosk.bundles.signing_keys import BadKeyError, signer_of
from kiosk.camera import NO_CAMERA
from kiosk.command_line.bundled_machine import home_of
from kiosk.command_line.bundling import passphrase
from kiosk.command_line.endings import Status, complain, in_words, stop
from kiosk.profile.file import SHIPPED, BadProfile, load, shipped
from kiosk.profile.model import Profile
from kiosk.version import VERSION
from offline_cache.private_files import write_whole

CAMERA: Final = "kiosk.camera"
QUIET_ZONE: Final = 4
"""Modules of paper around a code (ISO/IEC 18004, section 6.3.8)."""


def export(name: str, file: Path, key: Path) -> int:
    """Only what another machine could use is signed: looked at as it will lie there, with nothing beside it."""
    profile = load(name)
    if isinstance(profile, BadProfile):
        stop("\n".join(profile.lines()), Status.REFUSED)
    source = SHIPPED / f"{name}.toml" if name in shipped() else Path(name)
    text = source.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / "profile.toml"
        alone.write_text(text, "utf-8")
        found = load(str(alone))
    if isinstance(found, BadProfile):
        for mistake in found.mistakes:
            complain(f"{name}: {mistake}")
        stop(f"{name}: names files that lie beside it; `kiosk bundle` carries them together", Status.REFUSED)
    try:
        signer = signer_of(key, passphrase(key.stem))
    except BadKeyError as problem:
        stop(str(problem), Status.WRONG_USE)
    if profile.bundle is not None and not _may_sign(profile.bundle.root, signer.public_key.keyid):
        stop(f"{key}: is not the key of {profile.bundle.root} that signs set-ups", Status.WRONG_USE)
    try:
        write_whole(file, signed(text, time.time(), VERSION, signer))
    except OSError as problem:
        stop(f"{file}: {problem.strerror}. Nothing was written.")
    print(
        f"{file}: signed; `kiosk profile import` takes it on another machine. It holds the keys of [[access]]."
    )
    return int(Status.DONE)


def show(file: Path) -> int:
    """One code after the other on the terminal, as long as somebody wants; Enter leads on, and round again."""
    try:
        codes = codes_of(_of_file(file))
    except ValueError as problem:
        stop(f"{file}: {problem}", Status.WRONG_USE)
    import segno

    made = [segno.make(code, error="m", micro=False) for code in codes]
    for number, one in cycle(enumerate(made, 1)):
        one.terminal(border=QUIET_ZONE, compact=True)
        print(f"Code {number} of {len(made)}. Enter: the next one. q and Enter: the end.", flush=True)
        if sys.stdin.readline() in ("", "q\n"):
            break
    return int(Status.DONE)


def take(profile: Profile, file: Path | None, *, codes: bool, camera: bool) -> int:
    """From one of the three."""
    if (file is not None) + codes + camera != 1:
        stop("a file, --codes or --camera: one of them", Status.WRONG_USE)
    home, source = home_of(profile)
    content = _of_file(file) if file is not None else _of_codes(_seen() if camera else _typed())
    outcome = take_carried(home, source, profile, content, time.time())
    if isinstance(outcome, LeftAlone):
        stop(in_words(outcome.trouble, Messages.load("en")), Status.REFUSED)
    print(f"version {outcome} is proved and whole; the running program tries it when nobody is there")
    return int(Status.DONE)


def _may_sign(root: Path, keyid: str) -> bool:
    """Whether set-ups with that key are taken by who trusts that root; yes where the root is not at hand."""
    try:
        return keyid in read_metadata(Root, root).signed.roles[TOP].keyids
    except BadRepositoryError:
        return True


def _of_file(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_FILE_BYTES + 1)
    except OSError as problem:
        stop(f"{file}: {problem.strerror}")


def _of_codes(lines: Iterator[str]) -> bytes:
    """Read codes until all of a set are there; each one that is new is told."""
    gathered, told = Gathered(), ""
    for line in lines:
        gathered = gathered.with_code(line.strip()) or gathered
        if gathered.complete:
            break
        missing = ", ".join(str(number) for number in gathered.missing)
        now = f"{gathered.read} of {gathered.count} codes; missing: {missing}" if missing else "no code yet"
        if now != told:
            told = now
            print(now, file=sys.stderr)
    return gathered.whole() or b""


def _typed() -> Iterator[str]:
    """What a hand scanner types: each code ends with Enter."""
    print("Scan the codes, in any order.", file=sys.stderr)
    yield from sys.stdin


def _seen() -> Iterator[str]:
    """What the camera reads; it stops looking once nobody wants another line."""
    print("Hold the codes before the camera, in any order.", file=sys.stderr)
    with subprocess.Popen(
        children.own_command(CAMERA), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as looking:
        assert looking.stdin is not None
        assert looking.stdout is not None
        try:
            yield from looking.stdout
        finally:
            looking.stdin.close()
            looking.terminate()
    if looking.returncode == NO_CAMERA:
        stop("no camera was found")
