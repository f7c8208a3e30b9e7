# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks on bundles that need more than a spoiled copy: time, stolen agencies, hostile servers, the machine's disk."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tuf.api.metadata import Metadata, Snapshot, TargetFile, Targets, Timestamp

from kiosk.bundles.client import NotTaken, Source, Taken
from kiosk.bundles.repository import FILES
from kiosk.bundles.stick import BASE, FolderFetcher
from proof.bundle_forgeries import EVIL, Scene, bump
from services.bundle_fetching import BundleFetcher
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.bundle_world import BundleMachine

QUICK: Final = 0.5
"""Seconds that a hostile server is given here."""

Attack = Callable[[Scene, BundleMachine], Taken | NotTaken]


def _taken(change: Callable[[Scene], None], days: float = 0.0) -> Attack:
    """Spoil, and ask with a clock that is off by some days."""

    def attack(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
        change(scene)
        return machine.take(scene.public, time.time() + days * 86_400)

    return attack


def _nothing(scene: Scene) -> None:
    """The source is honest."""
    del scene


def _frozen(scene: Scene) -> None:
    scene.forge(Timestamp, "timestamp", bump(0.1), "timestamp")


def _frozen_snapshot(scene: Scene) -> None:
    scene.forge(Snapshot, "snapshot", _expired, "snapshot")


def _frozen_targets(scene: Scene) -> None:
    scene.forge(Targets, "targets", _expired, "targets")


def _expired(metadata: Any) -> None:
    bump(0.1)(metadata)
    metadata.signed.version -= 1


def _giving(path: str, content: bytes = EVIL, **custom: Any) -> Callable[[Scene], None]:
    def spoil(scene: Scene) -> None:
        def give(metadata: Metadata[Targets]) -> None:
            metadata.signed.version += 1
            made = TargetFile.from_data(path, content)
            if custom:
                made.unrecognized_fields["custom"] = custom
            metadata.signed.targets[path] = made

        scene.delegated(give)
        _lay(scene.public / FILES, TargetFile.from_data(path, content), content)

    return spoil


def _lay(folder: Path, target: TargetFile, content: bytes) -> None:
    """Put the file where a machine would ask for it, where that is inside the folder: a proof writes nowhere else."""
    for name in target.get_prefixed_paths():
        place = folder / name
        if place.resolve().is_relative_to(folder.resolve()):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def _crowd(scene: Scene) -> None:
    def give(metadata: Metadata[Targets]) -> None:
        metadata.signed.version += 1
        for number in range(2_500):
            path = f"agencies/health/media/{number}"
            metadata.signed.targets[path] = TargetFile.from_data(path, b"")

    scene.delegated(give)


def _served(*behaviours: c.Behaviour) -> Attack:
    def attack(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
        del scene
        with c.chaos(*behaviours) as server:
            fetcher = BundleFetcher(Origins.of([server.origin]), longest=QUICK)
            return machine.take_from(Source(server.url, fetcher, lambda: fetcher.date))

    return attack


def _foreign(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
    """The address of the bundle is none of the machine's origins."""
    with served_folder(scene.public) as server:
        fetcher = BundleFetcher(Origins.of(["https://town.example"]), longest=QUICK)
        return machine.take_from(Source(server.url, fetcher))


@contextmanager
def served_folder(public: Path) -> Iterator[c.ChaosServer]:
    """A plain web server of a folder."""

    async def behave(exchange: c.Exchange) -> None:
        request = await exchange.request()
        file = public / request.split(b" ")[1].decode().lstrip("/")
        known = file.is_file()
        await exchange.say(c.answer(200, file.read_bytes()) if known else c.answer(404))

    with c.chaos(behave) as server:
        yield server


def _spoiled_cache(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
    """Somebody writes into the machine's own metadata, and the source answers with what the machine had."""
    for file in machine.home.metadata.glob("*.json"):
        if not file.is_symlink():
            file.write_bytes(bytes(file.stat().st_size))
    return machine.take_from(Source(BASE, FolderFetcher(scene.old)))


def _back_in_time(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
    """The machine has seen the newest; then the source gives what was before it, as it was signed then."""
    machine.take(scene.public)
    return machine.take(scene.old)


SCHEMES: Final[Mapping[str, Attack]] = MappingProxyType(
    {
        "rollback to what was signed before": _back_in_time,
        "frozen: an ended timestamp": _taken(_frozen),
        "frozen: an ended snapshot": _taken(_frozen_snapshot),
        "frozen: ended targets": _taken(_frozen_targets),
        "the clock is set back 400 days": _taken(_nothing, -400),
        "the clock is set back 10 years": _taken(_nothing, -3_650),
        "an agency gives a profile": _taken(_giving("profile/profile.toml")),
        "an agency gives a profile of its own": _taken(_giving("agencies/health/profile/profile.toml")),
        "an agency gives another's forms": _taken(_giving("agencies/works/forms/a.xml")),
        "an agency gives a partner's voices": _taken(_giving("partners/voices/voices/a.onnx")),
        "an agency climbs out of its folder": _taken(_giving("agencies/health/forms/../../../x")),
        "an agency names a root of the disk": _taken(_giving("/srv/x")),
        "an agency hides a name": _taken(_giving("agencies/health/forms/a\x1b[2J.xml")),
        "a file stands where a folder is": _taken(_giving("agencies/health/forms/visit.xml/a.xml")),
        "a share that is no number": _taken(_giving("agencies/health/forms/b.xml", share="all")),
        "a share above everybody": _taken(_giving("agencies/health/forms/b.xml", share=101)),
        "too many files": _taken(_crowd),
        "the machine's own metadata is wiped": _spoiled_cache,
        "an address that is no origin": _foreign,
        "a server that is silent": _served(c.silent()),
        "a server that drips": _served(c.drip(c.answer(200, b" " * 9_000), 0.01)),
        "a server that never ends": _served(
            c.endless(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", b" " * 65_536)
        ),
        "a bomb": _served(c.raw(c.gzip_bomb(64 * 1024 * 1024))),
        "a redirect to elsewhere": _served(
            c.replies(302, b"", ("Location", "http://login.harbour.example/"))
        ),
        "a network's login page": _served(c.replies(200, b"<!DOCTYPE html><html>Welcome</html>")),
        "every answer is 403": _served(c.replies(403)),
        "every answer is 500": _served(c.replies(500)),
    }
)
