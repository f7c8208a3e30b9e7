# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that knows which field serves which kind of answer."""

from typing import assert_never

from PySide6.QtCore import QObject

from accessibility.qt.look import Look
from ui.fields.boxes import BoxesField
from ui.fields.choice import ChoiceField
from ui.fields.field import Field
from ui.fields.file import FileField
from ui.fields.long_choice import LongChoiceField
from ui.fields.making import MakingField
from ui.fields.nothing import NothingField
from ui.fields.number import NumberField
from ui.fields.places import PlacesField
from ui.fields.rank import RankField
from ui.fields.signature import SignatureField
from ui.fields.stepped import SteppedField
from ui.fields.written import WrittenField
from ui.present.fields import (
    BoxesContents,
    ChoiceContents,
    FieldContents,
    NothingToAnswer,
    NumberContents,
    SteppedContents,
    TextContents,
)
from ui.present.handed import FileContents
from ui.present.making import MakingContents
from ui.present.ordering import RankContents
from ui.present.placing import PlacesContents
from ui.present.signing import SignatureContents


def field_for(look: Look, contents: FieldContents, *, problem: bool, parent: QObject) -> Field:
    """The field for these contents. `problem` marks it as the place of what does not fit yet."""
    match contents:
        case ChoiceContents(letters=str()):
            return LongChoiceField(look, contents, parent)
        case ChoiceContents():
            return ChoiceField(look, contents, parent)
        case TextContents():
            return WrittenField(look, contents, problem=problem, parent=parent)
        case NumberContents():
            return NumberField(look, contents, problem=problem, parent=parent)
        case RankContents():
            return RankField(look, contents, parent)
        case SteppedContents():
            return SteppedField(look, contents, problem=problem, parent=parent)
        case BoxesContents():
            return BoxesField(look, contents, problem=problem, parent=parent)
        case FileContents():
            return FileField(look, contents, parent)
        case MakingContents():
            return MakingField(look, contents, parent)
        case SignatureContents():
            return SignatureField(look, contents, problem=problem, parent=parent)
        case PlacesContents():
            return PlacesField(look, contents, parent)
        case NothingToAnswer():
            return NothingField(look, contents, parent)
        case _:
            assert_never(contents)
