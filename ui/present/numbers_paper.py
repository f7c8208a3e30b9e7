# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a slip with the numbers to call says: they are taken along, and nobody has to copy them from the glass."""

from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages
from ui.present.help import ways_to_a_person
from ui.present.setting import Setting
from ui.present.sheet_paper import SheetPaper, SheetPart, large_print, printed_here


def present_numbers(texts: Messages, setting: Setting) -> SheetPaper:
    """The number to call with its times, where a person is, and whom to call in danger."""
    language = Language(texts.language)
    ways = ways_to_a_person(language, texts, setting)
    return SheetPaper(
        language=language,
        town=setting.town_in(language),
        title=Phrase(texts.text("bar.help"), language),
        lines=(),
        parts=(),
        about=tuple(SheetPart(Phrase(way.title, language), way.text) for way in ways),
        end=(printed_here(texts, setting),),
        large=large_print(setting),
    )
