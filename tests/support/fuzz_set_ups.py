# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parsers of a set-up that somebody carried to a machine, for the search for what makes them raise."""

from collections.abc import Callable

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root, Targets

from core.code_set import Gathered, codes_of
from kiosk.bundles.signed_profile import read_signed, signed

SIGNER = CryptoSigner.generate_ed25519()
FILE = signed("kind = 1", 1.0, "0.1.0", SIGNER)


class _Vouching(Root):
    """A root that believes everything, so that the search gets behind the signature."""

    def verify_delegate(self, delegated_role: str, payload: bytes, signatures: object) -> None:
        """Anything."""
        del delegated_role, payload, signatures


def _root(root: Root) -> Root:
    root.add_key(SIGNER.public_key, Targets.type)
    return root


BELIEVING, DOUBTING = _root(_Vouching()), _root(Root())


def _file(data: bytes) -> None:
    read_signed(data, BELIEVING)
    read_signed(data, DOUBTING)


def _codes(data: bytes) -> None:
    gathered = Gathered()
    for line in data.decode("utf-8", "replace").splitlines():
        gathered = gathered.with_code(line) or gathered
    gathered.whole()


SET_UPS: dict[str, tuple[Callable[[bytes], object], tuple[bytes, ...]]] = {
    "signed-profile": (_file, (FILE,)),
    "code-set": (_codes, ("\n".join(codes_of(FILE)).encode(),)),
}
