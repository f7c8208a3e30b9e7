# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile as one signed file, for a stick or a set of codes: an envelope (DSSE 1.0) with the signature of the town.

It is signed with the key that signs the town's part of a bundle, and so trusted by the same root. Its type keeps it
from being taken for a bundle's metadata, and that for a profile.
"""

import binascii
import json
import zlib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import FormatError
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Root

from kiosk.bundles.contents import TOP
from kiosk.profile.file import MOST_BYTES

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner

TYPE: Final = "application/vnd.civic-kiosk.profile.v1+json+zlib"
FORMAT: Final = 1
PROFILE_PROOF: Final = "signed-profile.json"
"""Its name beside the version that it proves."""

MOST_FILE_BYTES: Final = 200_000
_MOST_OPENED: Final = 2 * MOST_BYTES + 1_000


class Unsigned(Enum):
    """Why a file is no signed profile of this machine's town."""

    TORN = "torn"
    FOREIGN = "foreign"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class SignedProfile:
    """What a town has signed: the profile's TOML, when (epoch seconds), and with which version of the program."""

    profile: str = field(repr=False)
    made: int
    program: str


def signed(profile: str, made: float, program: str, signer: "CryptoSigner") -> bytes:
    """The file. `signer` is the key that signs the town's own part of a bundle."""
    said = {"format": FORMAT, "program": program, "made": int(made), "profile": profile}
    packed = zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 9)
    envelope = Envelope(packed, TYPE, {})
    envelope.sign(signer)
    return json.dumps(envelope.to_dict()).encode() + b"\n"


def read_signed(content: bytes, root: Root) -> SignedProfile | Unsigned:
    """What stands in a file that somebody brought; nothing of it is unpacked before its signature is proved."""
    if len(content) > MOST_FILE_BYTES:
        return Unsigned.TORN
    try:
        given = json.loads(content)
        kind, envelope = str(given["payloadType"]), Envelope.from_dict(given)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, FormatError):
        return Unsigned.TORN
    try:
        root.verify_delegate(TOP, envelope.pae(), envelope.signatures)
    except (RepositoryError, ValueError):
        return Unsigned.FOREIGN
    if kind != TYPE:
        return Unsigned.NEWER
    return _said(envelope.payload)


def _said(packed: bytes) -> SignedProfile | Unsigned:
    """What a town signed is taken at its word, and not beyond its bounds."""
    opened = zlib.decompressobj()
    try:
        said: Any = json.loads(opened.decompress(packed, _MOST_OPENED))
        if int(said["format"]) > FORMAT:
            return Unsigned.NEWER
        return SignedProfile(str(said["profile"]), int(said["made"]), str(said["program"]))
    except (zlib.error, binascii.Error, ValueError, KeyError, TypeError, RecursionError):
        return Unsigned.TORN


def is_newer(program: str, own: str) -> bool:
    """Whether a version of the program comes after this one; one that is no version does not."""
    return _numbers(program) > _numbers(own)


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(int(one) for one in parts if one.isascii() and one.isdigit())
