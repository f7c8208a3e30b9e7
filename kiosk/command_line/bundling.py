# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes and signs a bundle. Passphrases come from the terminal or from standard input, never from arguments."""

import getpass
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

from securesystemslib.signer import CryptoSigner

from kiosk.bundles import authoring, publishing
from kiosk.bundles.contents import giver_of
from kiosk.bundles.repository import METADATA, BadRepositoryError, Repository
from kiosk.bundles.signing_keys import SUFFIX, BadKeyError, make_key, public_key, signer_of
from kiosk.command_line.endings import Status, stop
from offline_cache.private_files import private_folder

P = ParamSpec("P")
TRUST = "root.json"


def _plainly(work: Callable[P, int]) -> Callable[P, int]:
    """What cannot be done is one line."""

    def done(*words: P.args, **named: P.kwargs) -> int:
        try:
            return work(*words, **named)
        except (BadRepositoryError, BadKeyError) as problem:
            stop(str(problem))
        except OSError as problem:
            stop(f"{problem.filename}: {problem.strerror}")

    return done


@_plainly
def init(folder: Path) -> int:
    """Three root keys, one for each of three people, and one each for lists, snapshots and timestamps."""
    repository = Repository(folder)
    if repository.public.exists():
        stop(f"{folder}: there is a bundle already", Status.WRONG_USE)
    private_folder(repository.keys)
    passphrases = {name: _new_passphrase(name) for name in authoring.key_names()}
    public = {name: make_key(_file(repository, name), passphrases[name]) for name in authoring.key_names()}
    authoring.begin(repository, public, lambda name: signer_of(_file(repository, name), passphrases[name]))
    shutil.copyfile(repository.public / METADATA / "1.root.json", folder / TRUST)
    print(f"{folder}/public is what machines take: put it on any web server or stick.")
    print(f"{folder}/{TRUST} goes onto each machine once, by hand; in its profile, under [bundle]: root.")
    print(f"{folder}/keys: give each root key to another person, and keep all of them away from every kiosk.")
    return int(Status.DONE)


@_plainly
def key(file: Path) -> int:
    """One key by itself."""
    print(make_key(file, _new_passphrase(file.stem)))
    return int(Status.DONE)


@_plainly
def delegate(folder: Path, role: str, public: str) -> int:
    """Hand something over."""
    found = giver_of(role)
    if found is None:
        stop(f"{role}: agency-NAME or partner-NAME, in small letters, digits and -", Status.WRONG_USE)
    repository = Repository(folder)
    authoring.hand_over(repository, *found, public, _asking(repository))
    print(f"{role} signs next, with `kiosk bundle sign {folder} --role {role} --key FILE`; then publish.")
    return int(Status.DONE)


@_plainly
def add(folder: Path, path: str, file: Path, role: str) -> int:
    """One file."""
    print(f"{authoring.add(Repository(folder), path, file, role).path}: is signed next")
    return int(Status.DONE)


@_plainly
def sign(folder: Path, role: str, share: int, file: Path | None, new_key: str) -> int:
    """Everything of one role, or one signature of the root."""
    repository = Repository(folder)
    if role == "root":
        if file is None:
            stop("--key FILE: the root is signed with one of its holders' keys", Status.WRONG_USE)
        signer = signer_of(file, passphrase(file.stem))
        here, needed = authoring.sign_root(repository, signer, public_key(new_key) if new_key else None)
        print(f"root: {here} signatures; {needed} of the old keys are needed, and as many of the new ones")
        return int(Status.DONE)
    count = authoring.sign_targets(repository, role, _asking(repository, file), share)
    print(
        f"{role}: {count} files signed for {share} % of the machines; `kiosk bundle publish {folder}` is next"
    )
    return int(Status.DONE)


@_plainly
def publish(folder: Path) -> int:
    """Everything that is signed."""
    repository = Repository(folder)
    roles = publishing.publish(repository, _asking(repository))
    ends = repository.timestamp().signed.expires
    print(f"published: {', '.join(roles) or 'nothing new'}; publish again before {ends:%Y-%m-%d %H:%M} UTC")
    return int(Status.DONE)


def _file(repository: Repository, name: str) -> Path:
    return repository.keys / f"{name}{SUFFIX}"


def _asking(repository: Repository, file: Path | None = None) -> publishing.Open:
    def open_key(name: str) -> CryptoSigner:
        place = file or _file(repository, name)
        return signer_of(place, passphrase(place.stem))

    return open_key


def passphrase(name: str) -> str:
    """Asked for on the terminal, or a line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(f"Passphrase of {name}: ")
    return sys.stdin.readline().rstrip("\n")


def _new_passphrase(name: str) -> str:
    first = passphrase(f"the new key {name}")
    if sys.stdin.isatty() and first != passphrase(f"the new key {name}, once more"):
        raise BadKeyError("the two passphrases differ")
    return first
