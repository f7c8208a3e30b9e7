# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code on a receipt: what a machine said when it printed it, signed, so that another machine can tell.

It is text of capital letters and figures: a name, then a packet in Crockford's base 32 (`core.base32`), with a sum of
its own: what was torn or misread is told apart from what somebody else has made. Only the signature (Ed25519, RFC 8032)
tells that a machine of the authority made it.
"""

import hashlib
import struct
from dataclasses import dataclass

from core.base32 import folded, packed, unpacked
from core.ids import OrganisationId, ServiceId
from core.ports import ReceiptKeys
from core.submission import Delivery, DeliveryState

BEGINS = "$"
"""The first sign of every code, by which a machine knows that a scanner types one."""

NAME = "CKR1"
MOST_TYPED = 600
"""Characters; the longest code has fewer."""

MARK_BYTES = 8
_HEAD = struct.Struct(">II")
_LONGEST_REFERENCE, _LONGEST_MACHINE, _LONGEST_SEAL = 80, 40, 16
"""Bytes of UTF-8."""

_KEY_BYTES, _SIGNATURE_BYTES = 4, 64
_STATES = {
    DeliveryState.SEALED: 1,
    DeliveryState.LEAVING: 2,
    DeliveryState.CHECKING: 3,
    DeliveryState.RECEIVED: 4,
    DeliveryState.ACCEPTED: 5,
    DeliveryState.NEEDS_YOU: 6,
    DeliveryState.DECIDED: 7,
    DeliveryState.REFUSED: 8,
    DeliveryState.ATTENTION: 9,
}
"""Part of the format: a number never changes its meaning."""

_STATE_OF = {number: state for state, number in _STATES.items()}


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """What a machine said of a submission when it printed; nothing of the person.

    `service` and `office` are marks (`mark_of`), by which a machine that knows the catalogue finds their names.
    `created` is when it was sealed, `printed` when this was printed (seconds since the epoch). `machine` is the name
    of the kiosk.
    """

    seal: str
    reference: str
    service: bytes
    office: bytes
    state: DeliveryState
    created: int
    printed: int
    machine: str


@dataclass(frozen=True, slots=True)
class Genuine:
    """A machine of this authority printed it, and this is what it said then."""

    receipt: PrintedReceipt


@dataclass(frozen=True, slots=True)
class Foreign:
    """It is whole, and no machine of this authority signed it."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """It is no such code, or not all of it."""


Verdict = Genuine | Foreign | Damaged


def mark_of(name: ServiceId | OrganisationId) -> bytes:
    """A short mark of a long name: the same on every machine, in every language."""
    return hashlib.sha256(name.encode()).digest()[:MARK_BYTES]


def of_delivery(delivery: Delivery, machine: str, printed: float) -> PrintedReceipt:
    """What is said of a submission now."""
    return PrintedReceipt(
        delivery.seal,
        delivery.reference,
        mark_of(delivery.service),
        mark_of(delivery.organisation),
        delivery.state,
        int(delivery.created),
        int(printed),
        machine,
    )


def written(receipt: PrintedReceipt, keys: ReceiptKeys) -> str:
    """The code, signed by this machine."""
    said = b"".join(
        (
            keys.own,
            bytes((_STATES[receipt.state],)),
            _HEAD.pack(receipt.created, receipt.printed),
            receipt.service,
            receipt.office,
            _text(receipt.seal, _LONGEST_SEAL),
            _text(receipt.reference, _LONGEST_REFERENCE),
            _text(receipt.machine, _LONGEST_MACHINE),
        )
    )
    return BEGINS + NAME + packed(said + keys.sign(NAME.encode() + said))


def is_code(text: str) -> bool:
    """Whether this is meant to be such a code."""
    return folded(text, MOST_TYPED).startswith(NAME)


def judged(text: str, keys: ReceiptKeys) -> Verdict:
    """Whether a machine of this authority printed a code. Never raises for anything that somebody shows or types."""
    whole = _packet(text)
    if whole is None:
        return Damaged()
    said, signature = whole[:-_SIGNATURE_BYTES], whole[-_SIGNATURE_BYTES:]
    receipt = _read(said[_KEY_BYTES:])
    if receipt is None:
        return Damaged()
    return Genuine(receipt) if keys.vouches(said[:_KEY_BYTES], NAME.encode() + said, signature) else Foreign()


def _text(text: str, longest: int) -> bytes:
    content = text.encode()[:longest].decode(errors="ignore").encode()
    return bytes((len(content),)) + content


def _packet(text: str) -> bytes | None:
    """The packet of a code, where its sum is right."""
    signs = folded(text, MOST_TYPED)
    body = unpacked(signs[len(NAME) :]) if signs.startswith(NAME) else None
    return body if body is not None and len(body) > _KEY_BYTES + _SIGNATURE_BYTES else None


def _read(said: bytes) -> PrintedReceipt | None:
    fixed = 1 + _HEAD.size + 2 * MARK_BYTES
    state = _STATE_OF.get(said[0]) if len(said) >= fixed else None
    if state is None:
        return None
    created, printed = _HEAD.unpack_from(said, 1)
    marks = said[1 + _HEAD.size : fixed]
    texts: list[str] = []
    rest = said[fixed:]
    for _ in range(3):
        if not rest or len(rest) <= rest[0]:
            return None
        texts.append(rest[1 : 1 + rest[0]].decode(errors="replace"))
        rest = rest[1 + rest[0] :]
    if rest:
        return None
    seal, reference, machine = texts
    return PrintedReceipt(
        seal, reference, marks[:MARK_BYTES], marks[MARK_BYTES:], state, created, printed, machine
    )
