# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question that is answered with a code: written, from a hand scanner, or read with the camera of the machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.forms.definition import AnswerType
from core.visit.making import code_in
from i18n.direction import isolate, plain
from ui.present.fields import FieldContents, TextContents
from ui.present.making import MakingContents, present_making

if TYPE_CHECKING:
    from core.forms.definition import Question
    from core.visit.state import Filling
    from i18n.messages import Messages
    from ui.present.setting import Setting

LONGEST_SHOWN = 120
"""Characters of a code that are shown and said before it is taken."""


def with_camera(
    field: FieldContents, filling: Filling, question: Question, texts: Messages, setting: Setting
) -> FieldContents | MakingContents:
    """The field, with the button that opens the camera; or what the camera sees, and what it read."""
    if question.type is not AnswerType.BARCODE or not isinstance(field, TextContents):
        return field
    making = filling.making if filling.making and filling.making.path == question.path else None
    if making is not None and making.trouble is None:
        read = "" if question.secret else isolate(plain(code_in(making.content), LONGEST_SHOWN, lines=False))
        return present_making(making, texts, alone=setting.at_home, read=read)
    gone = making.trouble if making is not None else None
    wrong = texts.text(gone.key, **gone.values) if gone is not None else ""
    return replace(field, make=texts.text("code.open") if setting.camera else "", wrong=wrong)
