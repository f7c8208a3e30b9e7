# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code on a receipt, with real keys: any machine of the authority knows it, and any change to it."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ids import OrganisationId, ServiceId
from core.signed_receipt import (
    BEGINS,
    MOST_TYPED,
    NAME,
    Damaged,
    Foreign,
    Genuine,
    PrintedReceipt,
    is_code,
    judged,
    mark_of,
    written,
)
from core.submission import DeliveryState
from offline_cache.receipt_keys import MachineReceiptKeys, receipt_keys
from offline_cache.subkeys import COURIER_PURPOSES, SESSION_PURPOSES, Key, KeyOrigin, part
from tests.support.receipt_codes import code_of, packet

TOWN_HALL = MachineReceiptKeys(b"t" * 32)
LIBRARY = MachineReceiptKeys(b"l" * 32, [base64.b64decode(TOWN_HALL.public)])
ELSEWHERE = MachineReceiptKeys(b"e" * 32)
RECEIPT = PrintedReceipt(
    seal="7K24MP93X",
    reference="PA264T7K2M9XQ",
    service=mark_of(ServiceId("https://port-amity.example/service/moved")),
    office=mark_of(OrganisationId("https://port-amity.example/registry")),
    state=DeliveryState.RECEIVED,
    created=1_795_771_760,
    printed=1_795_771_790,
    machine="town-hall-kiosk",
)
CODE = written(RECEIPT, TOWN_HALL)


def test_the_machine_itself_and_another_of_its_authority_know_a_receipt_and_read_the_same() -> None:
    assert judged(CODE, TOWN_HALL) == judged(CODE, LIBRARY) == Genuine(RECEIPT)


def test_a_machine_of_another_authority_says_that_it_is_not_one_of_its_own() -> None:
    assert judged(CODE, ELSEWHERE) == Foreign()


@pytest.mark.parametrize("state", DeliveryState)
def test_every_state_is_read_back_as_it_was_when_printed(state: DeliveryState) -> None:
    receipt = replace(RECEIPT, state=state, reference="" if state is DeliveryState.SEALED else "ñ-1")
    assert judged(written(receipt, TOWN_HALL), LIBRARY) == Genuine(receipt)


def test_a_code_is_of_the_signs_that_every_scanner_types_and_a_code_holds_densely() -> None:
    assert CODE.startswith(BEGINS + NAME)
    assert set(CODE[1:]) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    longest = written(replace(RECEIPT, reference="R" * 300, machine="m" * 300), TOWN_HALL)
    assert len(CODE) < 250 < len(longest) < MOST_TYPED
    assert isinstance(judged(longest, LIBRARY), Genuine)


@pytest.mark.parametrize(
    "alter", [str.lower, lambda text: text[1:], lambda text: f" {text[:40]}-{text[40:]}\n"]
)
def test_case_spaces_and_the_first_sign_do_not_matter(alter: "type[str]") -> None:
    assert judged(str(alter(CODE)), LIBRARY) == Genuine(RECEIPT)


def test_one_changed_sign_anywhere_is_refused() -> None:
    for place in range(1, len(CODE)):
        other = "7" if CODE[place] != "7" else "8"
        assert judged(CODE[:place] + other + CODE[place + 1 :], LIBRARY) == Damaged()


def test_one_changed_bit_anywhere_is_refused_also_when_the_sum_was_made_right_again() -> None:
    body = packet(CODE)
    assert judged(code_of(body), LIBRARY) == Genuine(RECEIPT)
    for bit in range(len(body) * 8):
        changed = bytearray(body)
        changed[bit // 8] ^= 1 << bit % 8
        assert not isinstance(judged(code_of(bytes(changed)), LIBRARY), Genuine), bit


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=700), st.binary(max_size=300).map(code_of)))
def test_nothing_that_is_shown_raises_or_is_taken_for_genuine(shown: str) -> None:
    assert isinstance(judged(shown, LIBRARY), Damaged | Foreign)


def test_only_what_begins_as_a_receipt_is_taken_for_one() -> None:
    assert is_code(CODE)
    assert not is_code('{"fontSize":36}')
    assert not is_code("7K24MP93X")


def test_the_window_signs_receipts_with_the_key_of_the_store_and_the_courier_cannot() -> None:
    key = Key(b"k" * 32, KeyOrigin.MEMORY)
    window = receipt_keys(part(key, SESSION_PURPOSES))
    again = receipt_keys(key)
    assert window is not None
    assert again is not None
    assert (window.public, window.own) == (again.public, again.own)
    assert receipt_keys(part(key, COURIER_PURPOSES)) is None
