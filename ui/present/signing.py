# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question that is answered with a signature or a drawing: written words do, and who likes to may draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from i18n.messages import Messages

if TYPE_CHECKING:
    from core.forms.definition import Question
    from core.visit.state import Filling

MARKS: Final = frozenset({"signature", "draw", "annotate"})
"""What a form calls such a question by (XLSForm, `image` with an appearance)."""

DRAWINGS: Final = frozenset({"draw", "annotate"})
"""Those of them that want something shown, such as a plan of a place, and nobody's name."""

FILE: Final = "signature.png"
DRAWN: Final = "drawing.png"

LONGEST: Final = 120
"""Characters of a name that is written as a signature."""


@dataclass(frozen=True, slots=True)
class SignatureContents:
    """`text` is the name as it was written, `picture` (PNG) what was drawn; at most one of them is there.

    `name` is what the field is called, `draw` stands over the place to draw, `again` takes the drawing away.
    """

    text: str
    picture: bytes = field(repr=False)
    name: str
    draw: str
    again: str
    file: str = FILE


def is_signature(question: Question) -> bool:
    """Whether a question for a picture asks for one that is made on the page."""
    return bool(MARKS & set(question.appearance.split()))


def is_drawing(question: Question) -> bool:
    """Whether it wants a drawing, which no name stands for."""
    return bool(DRAWINGS & set(question.appearance.split()))


def signing(filling: Filling, question: Question, name: str, texts: Messages) -> SignatureContents:
    """What the field for a signature or a drawing shows."""
    raw = filling.entry.raw(question.path)
    held = next((one for one in filling.files if one.name == raw), None) if raw else None
    return SignatureContents(
        text=held.said if held is not None else "",
        picture=held.content if held is not None and not held.said else b"",
        name=name,
        draw=texts.text("drawing.draw" if is_drawing(question) else "sign.draw"),
        again=texts.text("sign.again"),
        file=DRAWN if is_drawing(question) else FILE,
    )
