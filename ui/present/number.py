# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The number that a person keeps: once the agency has it the one it is found by there, before that the seal number."""

from dataclasses import dataclass
from urllib.parse import quote

from core.submission import Delivery, DeliveryState
from i18n.direction import strip_controls
from i18n.messages import Messages
from i18n.references import reference_groups, spelled

WITH_REFERENCE = frozenset(
    {
        DeliveryState.RECEIVED,
        DeliveryState.ACCEPTED,
        DeliveryState.NEEDS_YOU,
        DeliveryState.DECIDED,
    }
)
"""The states that only the agency's own answer leads to.

Their reference is the agency's number, or the submission's own id where its answer gives none (ODK Central)."""

LONGEST = 80
"""Characters of an agency's reference that are shown."""

PIECE = 1024
"""A reference is read in pieces of so many characters: what is not shown costs nothing."""


@dataclass(frozen=True, slots=True)
class NumberSlip:
    """`groups` are set apart so that they can be copied and said; `spoken` is one sign after another.

    `code` is what the picture to scan holds: the number and nothing about the person. `by_agency` tells whether
    the agency has it and finds it by this number, which need not be one that it made.
    """

    title: str
    groups: tuple[str, ...]
    spoken: str
    code: str
    code_name: str
    hint: str
    by_agency: bool


def has_reference(delivery: Delivery) -> bool:
    """Whether the agency itself says that it has it. ValueError for 'received' without a reference: never shown."""
    if delivery.state not in WITH_REFERENCE:
        return False
    if not _shown(delivery.reference):
        raise ValueError(f"{delivery.id} is {delivery.state.value} without a reference")
    return True


def number_slip(delivery: Delivery, texts: Messages) -> NumberSlip:
    """The number to keep in this state."""
    by_agency = has_reference(delivery)
    number = _shown(delivery.reference) if by_agency else delivery.seal
    return NumberSlip(
        title=texts.text("number.reference" if by_agency else "number.seal"),
        groups=reference_groups(number) or (number,),
        spoken=spelled(number),
        code=code(number),
        code_name=texts.text("number.code"),
        hint=texts.text("number.reference_hint" if by_agency else "number.seal_hint"),
        by_agency=by_agency,
    )


def _shown(reference: str) -> str:
    """As much of a reference as is shown, from its first visible sign on; empty when it has none."""
    for at in range(0, len(reference), PIECE):
        if visible := strip_controls(reference[at : at + 2 * PIECE]).strip():
            return visible[:LONGEST]
    return ""


def code(number: str) -> str:
    """What the picture to scan holds: a name of the form of RFC 8141, so that any reader shows plain text."""
    return f"urn:civic-kiosk:number:{quote(number, safe='')}"
