# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet to take along: what to bring for a service, or a form to go on with by pen."""

from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages
from ui.present.moments import in_full
from ui.present.receipt import LARGE_PRINT_STEP
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A title with what belongs to it. `choices` are ticked and `lines` are written on, both by pen."""

    title: Phrase
    text: Phrase
    above: str = ""
    hint: Phrase | None = None
    choices: tuple[Phrase, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """The sheet in one language. `lines` stand below the title, `about` (the service) after the form, `end` last."""

    language: Language
    town: str
    title: Phrase
    lines: tuple[Phrase, ...]
    parts: tuple[SheetPart, ...]
    about: tuple[SheetPart, ...]
    end: tuple[str, ...]
    large: bool


def printed_here(texts: Messages, setting: Setting) -> str:
    """When and where it came out of the printer."""
    moment = in_full(setting.now.timestamp(), setting.now, texts)
    return texts.text("paper.printed", moment=moment, machine=setting.machine)


def large_print(setting: Setting) -> bool:
    """Whether the person reads large letters."""
    return setting.preferences.text_step >= LARGE_PRINT_STEP
