# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions that encode and digest texts of ODK XForms ('XPath Functions'); pure computation."""

import base64
import binascii
import hashlib

from core.forms.expression.calling import TEXT_STEP, Calling, Function
from core.forms.expression.trouble import EvaluationError
from core.forms.expression.values import Value, to_text

_ALGORITHMS = {"md5": "md5", "sha-1": "sha1", "sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512"}


def _digest(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """`digest(text, algorithm, encoding?)`: base64 unless `hex` is asked for."""
    text = to_text(arguments[0])
    calling.charge(len(text) // TEXT_STEP)
    algorithm = _ALGORITHMS.get(to_text(arguments[1]).lower())
    encoding = to_text(arguments[2]).lower() if len(arguments) > 2 else "base64"
    if algorithm is None or encoding not in ("base64", "hex"):
        raise EvaluationError("digest", "this algorithm or encoding is not known")
    # A form may ask for weak digests: they recognise texts, they protect none.
    found = hashlib.new(algorithm, text.encode(), usedforsecurity=False).digest()
    return found.hex() if encoding == "hex" else base64.b64encode(found).decode("ascii")


def _base64_decode(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """The text (UTF-8) in a base64 text (RFC 4648); nothing where there is none."""
    text = "".join(to_text(arguments[0]).split())
    calling.charge(len(text) // TEXT_STEP)
    try:
        return base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


FUNCTIONS: tuple[Function, ...] = (
    Function("digest", 2, 3, _digest),
    Function("base64-decode", 1, 1, _base64_decode),
)
