# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every parser of bytes or words from outside as a function that may give any value, and must never raise."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from accessibility.card_code import read_anything
from accessibility.preferences import Preferences
from core import seal_number, signed_receipt
from core.forms import xforms
from core.forms.expression.parser import parse
from core.forms.expression.regular import found_in, matches
from core.forms.expression.trouble import ExpressionError
from core.forms.formio.loading import load as load_formio
from core.forms.formio.script_reading import script_of
from core.forms.formio.script_tokens import UnreadableScriptError
from core.forms.json_schema.loading import load as load_schema
from core.ids import FormId
from core.places import points_of, typed
from core.sync import begin
from core.visit.making import code_in
from kiosk.picturing.drawings import is_inert, is_svg
from kiosk.profile.gazetteer_file import BadPlacesError, read_places
from kiosk.scripting.wire import decode_outcome
from offline_cache.sealed_copy import CopyOpener, DamagedCopyError, EpochSeal
from offline_cache.staff_log_chain import BYTES, Link, canonical
from offline_cache.staff_log_file import FORMAT, UnreadableLogError, check_file, read_checkpoint
from services.body_reader import BodyBrokenError, BodyTooLargeError, read_body
from services.boundary import Answer
from services.cpsv_ap.reader import read_catalogue
from services.definitions import read_definitions
from services.discovery import recognised
from services.documents import Unreadable, read_json, read_xml
from services.open311.reading import error_words, read_answer
from services.open311.records import read_definition, read_discovery, read_requests, read_services
from services.openrosa.form_list import read_form_list, read_manifest
from services.openrosa.response import read_response
from services.outside_text import plain
from tests.support.damaged_answers import CATALOGUE, DEFINITION, FORM_LIST, RECEIPT, REQUESTS
from tests.support.form_scripts import Never
from tests.support.fuzz_connectors import CONNECTORS
from tests.support.fuzz_maps import MAPS
from tests.support.fuzz_pieces import PIECES
from tests.support.fuzz_set_ups import SET_UPS
from tests.support.submissions import submission

FORMS = Path(__file__).parents[2] / "sandbox" / "forms"
MOST = 1_000_000
PLACES = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-30.0,45.0]},'
    b'"properties":{"street":"Ropewalk","street:ar":"x","number":"2"}}]}'
)
OWN = X25519PrivateKey.from_private_bytes(bytes(range(32)))
SEALED = EpochSeal(1, OWN.public_key().public_bytes_raw()).seal(submission(1), "name")


class _Vouching:
    """Keys that believe everything, so that the search gets behind the signature."""

    own = bytes(signed_receipt._KEY_BYTES)

    def sign(self, said: bytes) -> bytes:
        """No signature."""
        return bytes(64) if said else b""

    def vouches(self, machine: bytes, said: bytes, signature: bytes) -> bool:
        """Anything."""
        return bool(machine or said or signature)


@dataclass(frozen=True, slots=True)
class Target:
    """One parser, and bytes that it reads well, from which the search begins."""

    parse: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _open311(data: bytes) -> None:
    value = read_answer(data)
    if not isinstance(value, Unreadable):
        read_services(value)
        read_requests(value)
        read_definition(value)
        read_discovery(value)
        error_words(value)


def _catalogue(data: bytes) -> None:
    document = read_json(data)
    if not isinstance(document, Unreadable):
        read_catalogue(document)


def _expression(data: bytes) -> None:
    try:
        parse(_words(data))
    except ExpressionError:
        return


def _pattern(data: bytes) -> None:
    pattern, _, text = _words(data).partition("\n")
    for search in (matches, found_in):
        try:
            search(text, pattern)
        except ExpressionError:
            continue


def _script(data: bytes) -> None:
    for result in ("show", "value", "valid"):
        try:
            script_of(_words(data), result)
        except UnreadableScriptError:
            continue


def _body(data: bytes) -> None:
    for encoding in ("gzip", "deflate", "", "br"):
        try:
            read_body(iter((data[:9], data[9:])), encoding, MOST)
        except (BodyBrokenError, BodyTooLargeError):
            continue


def _sealed_copy(data: bytes) -> None:
    try:
        CopyOpener(lambda _: OWN, bytes(32)).open(data, "name")
    except DamagedCopyError:
        return


def _reference(data: bytes) -> None:
    words = _words(data)
    seal_number.normalise(words)
    seal_number.fold(words)


def _receipt(data: bytes) -> None:
    words = _words(data)
    signed_receipt.is_code(words)
    signed_receipt.judged(words, _Vouching())


def _places(data: bytes) -> None:
    with suppress(BadPlacesError):
        read_places(data)
    points_of(_words(data))
    typed(_words(data))


def _staff_log(data: bytes) -> None:
    with suppress(UnreadableLogError):
        check_file(data, bytes(BYTES), None)
    with suppress(UnreadableLogError):
        read_checkpoint(_words(data))


_SCHEMA = json.dumps(
    {"type": "object", "properties": {"a": {"type": "string", "pattern": "^x$"}, "b": {"enum": [1, None]}}}
).encode()
_FORMIO = json.dumps(
    {"components": [{"type": "textfield", "key": "a", "input": True, "validate": {"required": True}}]}
).encode()
_LISTED = json.dumps(
    {
        "components": [
            {
                "type": "select",
                "key": "a",
                "dataSrc": "json",
                "data": {"json": [{"n": [{"t": "x"}], "v": 1}]},
                "template": "<b>{{ item.n[0].t }}</b>",
                "valueProperty": "v",
            }
        ]
    }
).encode()

_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><a id="b"/><use href="#b" style="fill:url(#c)"/></svg>'
_LOG = b"\n".join(
    (
        canonical({"format": FORMAT, "last": "", **Link().values()}),
        canonical({"record": '{"seq":1}', "mac": "00" * BYTES}),
        canonical({**Link(1).values(), "begins": 0, "signature": "00" * 2 * BYTES}),
    )
)
_PRINTED = signed_receipt.of_delivery(begin(submission(1)), "kiosk-1", 1_000.0)

TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "xforms": Target(xforms.load, tuple(one.read_bytes() for one in sorted(FORMS.glob("*.xml"))[:3])),
        "json-schema": Target(lambda data: load_schema(data, FormId("f")), (_SCHEMA,)),
        "formio": Target(lambda data: load_formio(data, FormId("f"), Never()), (_FORMIO, _LISTED)),
        "script": Target(_script, (b"value = data.a?.b + _.get(row, 'c') / `${x => x}`; // y",)),
        "script-outcome": Target(decode_outcome, (b'["result", 1, true]', b'["stopped", "name", "x"]')),
        "expression": Target(_expression, (b"if(/data/a > 1, concat('x', ../b), count(/data/c[. = 2]))",)),
        "pattern": Target(_pattern, (b"^([a-z]+\\d{2,3}|x)*$\nabc12",)),
        "openrosa-response": Target(read_response, (RECEIPT,)),
        "openrosa-form-list": Target(read_form_list, (FORM_LIST,)),
        "openrosa-manifest": Target(read_manifest, (FORM_LIST,)),
        "discovery": Target(
            lambda data: recognised("https://x.example/a", Answer(200, (), data)),
            (FORM_LIST, _SCHEMA, _FORMIO),
        ),
        "open311": Target(_open311, (REQUESTS, DEFINITION)),
        "catalogue": Target(_catalogue, (CATALOGUE,)),
        "definitions": Target(read_definitions, (_SCHEMA, b'{"schema":{},"ui":{}}')),
        "xml": Target(read_xml, (RECEIPT,)),
        "json": Target(read_json, (CATALOGUE,)),
        "http-body": Target(_body, (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00",)),
        "outside-text": Target(lambda data: plain(_words(data)), (b"<b>words</b> &amp; more",)),
        "card": Target(lambda data: read_anything(_words(data), Preferences()), (b"7K24 MP93",)),
        "code": Target(code_in, (b"\x1d0104012345678901",)),
        "reference": Target(_reference, (b"7K24-MP93-X",)),
        "receipt": Target(
            _receipt, (signed_receipt.written(_PRINTED, _Vouching()).encode(), signed_receipt.NAME.encode())
        ),
        "places": Target(_places, (PLACES,)),
        "drawing": Target(lambda data: is_svg(data) and is_inert(data), (_DRAWING,)),
        "sealed-copy": Target(_sealed_copy, (SEALED,)),
        "staff-log": Target(_staff_log, (_LOG,)),
        **{
            name: Target(work, seeds)
            for name, (work, seeds) in {**CONNECTORS, **MAPS, **PIECES, **SET_UPS}.items()
        },
    }
)
"""By the name under which it is run."""
