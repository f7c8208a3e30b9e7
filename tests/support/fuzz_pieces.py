# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small parsers of what comes with a form, on paper, in an answer or from a confined process, for the fuzzing."""

import base64
import io
from collections.abc import Callable
from contextlib import suppress
from typing import cast

from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from accessibility.card import read_card
from accessibility.preferences import Preferences
from core.forms.attachments import instance_of
from core.forms.expression.calling import Calling
from core.forms.expression.functions_codes import FUNCTIONS
from kiosk.picturing.wire import framed, unframed
from kiosk.scripting.engine import outcome_of
from kiosk.typing.wire import decode_answer
from offline_cache.checkpoint_code import LETTERS, PREFIX, UnreadableCodeError, read_code
from services.boundary import Answer
from services.openrosa.encrypted import public_key
from services.origins import Origins, origin_of
from services.problem_words import problem_words

MOST = 1_000_000
BITS = 2_048
CSV = b'name,label,"state"\n1,"a ""b""",x\n2;3,\xc3\xa4,y\n'
GEOJSON = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"name":"a","n":[1]},'
    b'"geometry":{"type":"Polygon","coordinates":[[[1.0,2.0],[3.0,4.0,5.0]]]}}]}'
)
XML = b"<root><item><name>a</name><label>b</label></item></root>"
KEY = generate_private_key(65_537, BITS).public_key()
KEY_TEXT = base64.b64encode(KEY.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
CODE = (PREFIX + "A" * LETTERS).encode()
CARD = b'{"fontSize": 24, "language": "ar", "simplifiedUi/enabled": true, "speechRate": 180}'
DECODE = next(one for one in FUNCTIONS if one.name == "base64-decode")


class _Free:
    """Nothing costs anything here."""

    def charge(self, steps: int) -> None:
        """Nothing."""
        del steps


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _listed(data: bytes) -> None:
    for file in ("a.csv", "a.geojson", "a.xml"):
        instance_of("a", file, data)


def _code(data: bytes) -> None:
    with suppress(UnreadableCodeError):
        read_code(_words(data))


def _frames(data: bytes) -> None:
    source = io.BytesIO(data)
    while unframed(source, MOST) is not None:
        pass


def _converted(data: bytes) -> None:
    # Whoever asks the converter takes a ValueError for its failure, and nothing else.
    with suppress(ValueError):
        decode_answer(data)


def _address(data: bytes) -> None:
    origin_of(_words(data))
    Origins.of([]).check(_words(data))


def _problem(data: bytes) -> None:
    problem_words(Answer(422, (("content-type", "application/problem+json"),), data))


PIECES: dict[str, tuple[Callable[[bytes], object], tuple[bytes, ...]]] = {
    "address": (_address, (b"https://agency.example:8443/a?b=c",)),
    "problem": (_problem, (b'{"title":"No","detail":"x","errors":[{"message":"m"}]}',)),
    "form-file": (_listed, (CSV, GEOJSON, XML)),
    "form-key": (lambda data: public_key(_words(data)), (KEY_TEXT,)),
    "form-base64": (lambda data: DECODE.run(cast("Calling", _Free()), (_words(data),)), (KEY_TEXT, b"w6Q=")),
    "checkpoint-code": (_code, (CODE,)),
    "card-file": (lambda data: read_card(_words(data), Preferences()), (CARD,)),
    "picturing-frames": (_frames, (framed((b"abc", b"")),)),
    "converter-answer": (_converted, (b'[["\xe4\xbd\xa0", 2]]', b"null")),
    "engine-outcome": (
        lambda data: outcome_of(_words(data)),
        (b'{"value": [1], "given": true}', b'{"refused": "fetch"}', b'{"thrown": true}'),
    ),
}
"""By the name under which it is run: what is done with the bytes, and bytes to begin with."""
