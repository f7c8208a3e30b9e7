# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Environments in which the operating system's key store works, fails, lies or hangs; a real one where it is real."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

_ASK = """
import sys, time
from pathlib import Path
from offline_cache.keys import InKeyring, find_key
begun = time.monotonic()
found = find_key(InKeyring("civic-kiosk-test"), Path(sys.argv[1]))
print(time.monotonic() - begun)
print(getattr(found, "key", "a key"))
"""
_TRUST = """
import os, sys, time
import keyring
import keyring.errors
from pathlib import Path
secret = os.urandom(32).hex()
begun = time.monotonic()
try:
    keyring.set_password("civic-kiosk-test", "device", secret)
    said = "a key"
except keyring.errors.KeyringError:
    said = "trouble.key_unavailable"
print(time.monotonic() - begun)
print(said)
"""
_PLAIN_STORE = """
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 99
    kept = {}
    def get_password(self, service, username): return self.kept.get((service, username))
    def set_password(self, service, username, password): self.kept[service, username] = password
"""
_OURS = 'for p in /proc/[0-9]*; do tr "\\\\0" "\\\\n" <$p/environ 2>/dev/null | grep -qx "HOME=$HOME" && '
_OURS += 'case "$(cat $p/comm)" in gnome-keyring-d*) kill SIGNAL ${p#/proc/};; esac; done; '
_UNLOCK = "printf PASSWORD | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
_START = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "
_ASKED = '"$PYTHON" -c "$ASK" "$HOME/store"'
_END = _OURS.replace("SIGNAL", "-TERM")
_KEPT = f"{_UNLOCK}{_ASKED} >/dev/null; {_END}sleep 0.3; "


@dataclass(frozen=True, slots=True)
class Environment:
    """A shell script in a session of its own (or none), what is set in it, and what must be said at the end."""

    script: str
    expected: str
    bus: bool = True
    variables: tuple[tuple[str, str], ...] = ()


ENVIRONMENTS: dict[str, Environment] = {
    "a store that is unlocked": Environment(f"{_UNLOCK}{_ASKED}", "a key"),
    "no session bus": Environment(_ASKED, "trouble.key_unavailable", bus=False),
    "never unlocked, it would prompt": Environment(f"{_START}{_ASKED}", "trouble.key_locked"),
    "locked again": Environment(f"{_KEPT}{_START}{_ASKED}", "trouble.key_locked"),
    "unlocked with a wrong password": Environment(
        f"{_KEPT}{_UNLOCK.replace('PASSWORD', 'wrong')}{_ASKED}", "trouble.key_locked"
    ),
    "a store that does not answer": Environment(
        f"{_UNLOCK}{_OURS.replace('SIGNAL', '-STOP')}{_ASKED}; {_OURS.replace('SIGNAL', '-CONT')}",
        "trouble.key_silent",
    ),
    "a plain file named by the environment": Environment(
        _ASKED, "trouble.key_unavailable", False, (("PYTHON_KEYRING_BACKEND", "plain_store.Keyring"),)
    ),
    "a store that keeps nothing": Environment(
        _ASKED,
        "trouble.key_unavailable",
        False,
        (("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring"),),
    ),
    "a store that always fails": Environment(
        _ASKED,
        "trouble.key_unavailable",
        False,
        (("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring"),),
    ),
    "several stores chained": Environment(
        _ASKED,
        "trouble.key_unavailable",
        False,
        (("PYTHON_KEYRING_BACKEND", "keyring.backends.chainer.ChainerBackend"),),
    ),
}
"""The nine in which it fails, and the one that is real, by name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program `said`: "a key", or a message key; and after how many `seconds`, without its own start."""

    said: str
    seconds: float


def said_in(environment: Environment, home: Path, *, trusting: bool) -> Answer:
    """The last word of the program in that environment, with its own patience; `trusting` asks any store."""
    home.mkdir(mode=0o700)
    (home / "plain_store.py").write_text(_PLAIN_STORE)
    script = environment.script.replace("PASSWORD", "pw")
    if environment.bus:
        script = f"dbus-run-session -- bash -c '{script}'; {_END.replace(chr(92) * 2, chr(92))}true"
    done = subprocess.run(
        ["bash", "-c", script],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "PYTHONPATH": f"{ROOT}:{home}",
            "PYTHON": sys.executable,
            "ASK": _TRUST if trusting else _ASK,
            **dict(environment.variables),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    match done.stdout.strip().splitlines():
        case [*_, seconds, said]:
            return Answer(said, float(seconds))
        case _:
            return Answer(done.stderr[-200:], float("inf"))
