# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kiosk and a town with a wire between them: two networks of this kernel, in which real packets are sent.

Each has its own network and mounts for as long as a process of its own holds them, so that nothing of them is left when
that ends. The kiosk's accounts are those of a machine with our package.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

ACCOUNTS: Final = {"root": 0, "_apt": 42, "civic-kiosk": 990, "visitor": 1000}
"""Who asks: name → number on the kiosk."""

KIOSK: Final = ("10.77.0.1", "fd77::1")
TOWN: Final = ("10.77.0.2", "fd77::2")
PROBE: Final = Path(__file__).with_name("packets.py")
PATIENCE: Final = 30.0

Words = tuple[str, ...]
"""The first words of a command that is to run in one of the networks."""


class Wired:
    """Two machines. A door that is reached is told with its address: `tcp 443 10.77.0.2`."""

    def __init__(self, kiosk: Words, town: Words) -> None:
        self._kiosk, self._town = kiosk, town

    def load(self, rules: str) -> None:
        """Put rules in force at the kiosk, as its service does, where no neighbour is known yet.

        Raises AssertionError where the kernel refuses them.
        """
        done = subprocess.run(
            (*self._kiosk, "/usr/sbin/nft", "-f", "-"),
            input=rules,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        for one in (self._kiosk, self._town):
            _do(*one, "ip", "neighbour", "flush", "all")

    def out(self, account: str, *doors: str) -> set[str]:
        """Which of the town's doors (`tcp 443`) this account reaches, at both addresses."""
        return _asked(self._kiosk, self._town, ACCOUNTS[account], TOWN, doors)

    def into(self, *doors: str) -> set[str]:
        """Which of the kiosk's doors the town reaches, where something listens at each of them."""
        return _asked(self._town, self._kiosk, 0, KIOSK, doors)

    def within(self, *doors: str) -> set[str]:
        """Which of its own doors the kiosk's account reaches on the loopback."""
        return _asked(self._kiosk, self._kiosk, ACCOUNTS["civic-kiosk"], ("127.0.0.1", "::1"), doors)


def _asked(
    here: Words, there: Words, account: int, addresses: tuple[str, ...], doors: tuple[str, ...]
) -> set[str]:
    python = (sys.executable, "-I", str(PROBE))
    listening = subprocess.Popen(
        (*there, *python, "answer", *doors), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with listening:
        assert listening.stdout is not None
        assert listening.stdout.readline() == "ready\n"
        # The program is read by root, and asks as the account.
        asking = (*here, *python, "ask", str(account), *addresses, "--", *doors)
        said = subprocess.run(asking, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
        listening.terminate()
    return set(json.loads(said))


@contextmanager
def wired(folder: Path) -> Iterator[Wired]:
    """Both, connected, and without any rule. Needs root."""
    with ExitStack() as ends:
        kiosk, town = (ends.enter_context(_network()) for _ in range(2))
        accounts = folder / "passwd"
        accounts.write_text(
            "".join(f"{name}:x:{number}:{number}::/:/bin/false\n" for name, number in ACCOUNTS.items())
        )
        _do(*_in(kiosk), "mount", "--bind", accounts, "/etc/passwd")
        _do(
            "ip", "link", "add", "wire", "netns", kiosk, "type", "veth", "peer", "name", "wire", "netns", town
        )
        for one, addresses in ((kiosk, KIOSK), (town, TOWN)):
            ip = (*_in(one), "ip")
            _do(*ip, "address", "add", f"{addresses[0]}/24", "dev", "wire")
            _do(*ip, "address", "add", f"{addresses[1]}/64", "dev", "wire", "nodad")
            for link in ("lo", "wire"):
                _do(*ip, "link", "set", link, "up")
        both = Wired(_in(kiosk), _in(town))
        deadline = time.monotonic() + PATIENCE
        while len(both.out("root", "udp 53")) < len(TOWN):
            assert time.monotonic() < deadline, "the wire does not come up"
        yield both


@contextmanager
def _network() -> Iterator[str]:
    """The number of a process that holds a network and mounts of its own."""
    words = ("unshare", "--net", "--mount", "--propagation", "private", "sleep", "infinity")
    with subprocess.Popen(words) as holder:
        try:
            ours = Path("/proc/self/ns/net").readlink()
            deadline = time.monotonic() + PATIENCE
            while Path(f"/proc/{holder.pid}/ns/net").readlink() == ours or _name(holder.pid) != "sleep":
                assert time.monotonic() < deadline, "no network of its own"
                time.sleep(0.01)
            yield str(holder.pid)
        finally:
            holder.kill()


def _name(process: int) -> str:
    return Path(f"/proc/{process}/comm").read_text().strip()


def _in(holder: str) -> Words:
    return ("nsenter", "--target", holder, "--net", "--mount", "--root", "--")


def _do(*words: str | Path) -> None:
    subprocess.run(words, check=True, timeout=PATIENCE)
