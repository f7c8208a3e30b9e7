# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk profile find`: what answers at an agency's address, in words for who sets a machine up."""

from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, stop
from kiosk.profile.thresholds import is_private
from services.boundary import Failed, Failure, Limits
from services.discovery import discover
from services.http import Http
from services.origins import Origins, origin_of

LIMITS = Limits(connect=5.0, read=10.0, total=30.0)

WORDS = {
    Failure.NO_NAME: "nobody has this name on the network",
    Failure.NO_CONNECTION: "nobody answers there",
    Failure.TIMEOUT_CONNECTING: "nobody answers there in time",
    Failure.TIMEOUT: "the answer does not come in time",
    Failure.TLS: "it does not show a certificate that this machine trusts",
    Failure.CLOCK: "its certificate does not fit this machine's date: one of the two is wrong",
    Failure.PORTAL: "a web page answers there, and no standard that is spoken here",
    Failure.STATUS: "it answers that there is nothing, or that a key is needed",
    Failure.WRONG_TYPE: "it answers, but in no standard that is spoken here",
}
"""What staff read where nothing was found; another failure is named as it is."""


def run(address: str) -> int:
    """Print what was found. Returns the exit status."""
    origin = origin_of(address)
    if origin is None or not is_private(address):
        stop(f"{address}: no address to trust. Allowed: https://, or http:// on 127.0.0.1.", Status.WRONG_USE)
    found = discover(Http(Origins.of([str(origin)]), LIMITS), address, MachineClock())
    if isinstance(found, Failed):
        status = f" (status {found.status})" if found.status else ""
        stop(f"{address}: {WORDS.get(found.kind, found.kind.value)}{status}.", Status.NOT_DONE)
    print(f"{found.standard.value} at {found.endpoint}")
    for offer in found.offers:
        print(f"  {offer.name}" + (f"  ({offer.id})" if offer.id != offer.name else ""))
    print(f"{len(found.offers)} to offer. Its origin for `origins`: {origin}")
    return int(Status.DONE)
