# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of one look at a source of bundles, each for itself; TUF is loaded with this module and not before."""

from core.activation import OWN
from kiosk.bundles.check import faults
from kiosk.bundles.client import NotTaken, Source, Taken, refresh
from kiosk.bundles.evidence import doubt
from kiosk.bundles.home import BundleHome
from kiosk.profile.model import BundleSource, Profile
from offline_cache.private_files import private_folder, write_whole
from services.bundle_fetching import BundleFetcher
from services.origins import Origins, origin_of
from services.trust import USUAL, Trust

BEGUN_FILE = "looked-at"


def trust(home: BundleHome, source: BundleSource) -> None:
    """Begin with the root that staff gave; another one than before is the one that counts. OSError without it."""
    given = source.root.read_bytes()
    private_folder(home.folder)
    if not home.root.is_file() or home.root.read_bytes() != given:
        write_whole(home.root, given)


def ask_source(
    home: BundleHome, source: BundleSource, origins: tuple[str, ...], now: float, trust_there: Trust = USUAL
) -> str:
    """Ask the address in the profile, where there is one; what went wrong, for the log."""
    if not source.address:
        return ""
    try:
        trust(home, source)
    except OSError as problem:
        return f"the root {source.root.name} cannot be read: {problem.strerror}"
    origin = origin_of(source.address)
    tls = trust_there.get(origin) if origin is not None else None
    fetcher = BundleFetcher(Origins.of(origins), tls)
    return told(refresh(home, Source(source.address, fetcher, lambda: fetcher.date), now))


def told(outcome: Taken | NotTaken) -> str:
    """What went wrong, in words for the log; empty when nothing did."""
    if isinstance(outcome, Taken) or outcome.proved:
        return ""
    return f"not taken: {outcome.why.value} {outcome.detail}".rstrip()


def look_through(home: BundleHome, number: int, own: Profile) -> str:
    """What is wrong with a version, the first of it; empty when it may be tried. Looked at twice by nobody.

    A mark is left before: what kills the process that looks through it would kill the next one too.
    """
    mark = home.version(number) / BEGUN_FILE
    if mark.exists():
        return f"version {number}: looking it through did not come to its end"
    write_whole(mark, b"")
    found = faults(home, number, own)
    return f"version {number}: {found[0]}" if found else ""


def prove_again(home: BundleHome, source: BundleSource) -> int:
    """The version in use if it cannot be proved any more; 0 when it can."""
    active = home.activation().active
    if active == OWN:
        return OWN
    try:
        trust(home, source)
    except OSError:
        return OWN
    return active if doubt(home, active) else OWN
