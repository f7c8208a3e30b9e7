# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of part that shows words, each made with the same words wherever it has any."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.answer_row import AnswerRow
from ui.parts.asides import Aside, Facts
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.choice import ChoiceCard
from ui.parts.doors import DoorCard
from ui.parts.mark import Mark, Notice, Problem
from ui.parts.pictured import Sentence
from ui.parts.progress import Progress
from ui.parts.rows import ResultRow
from ui.parts.search import SearchBand, SearchField
from ui.parts.setting_row import SettingRow
from ui.parts.text import Heading, PlainText
from ui.parts.tiles import LanguageButton, RowButton, TileButton

PARTS: Final[dict[str, Callable[[Look, str], QWidget]]] = {
    "text": PlainText,
    "heading": lambda made, words: Heading(made, words, "hero"),
    "sentence": lambda made, words: Sentence(made, [(f"{words} ", False), (words, True)], picture="lock"),
    "button": lambda made, words: Button(made, words, "print"),
    "primary": PrimaryButton,
    "language": lambda made, words: LanguageButton(made, words, made.language),
    "tile": lambda made, words: TileButton(made, words, "larger-slower", second=words),
    "row button": lambda made, words: RowButton(made, "phone", words, words),
    "choice": lambda made, words: ChoiceCard(made, words, chosen=False),
    "chosen": lambda made, words: ChoiceCard(made, words, chosen=True, multiple=True),
    "door": lambda made, words: DoorCard(made, words, words, "birth"),
    "result": lambda made, words: ResultRow(
        made, "death", words, words, Mark(made, words, "done", "works-here")
    ),
    "answer": lambda made, words: AnswerRow(made, words, words, words, accessible_name=words, source=words),
    "setting": lambda made, words: SettingRow(made, words, words, [Button(made, words)], steps=(2, 5)),
    "mark": lambda made, words: Mark(made, words, "wait", "sealed"),
    "notice": lambda made, words: Notice(made, "error", "problem", words, words),
    "problem": Problem,
    "progress": lambda made, words: Progress(made, 3, 5, words, words),
    "aside": lambda made, words: Aside(made, [(words, words, None)]),
    "facts": lambda made, words: Facts(made, [("clock", words, words, None)] * 4),
    "search band": SearchBand,
    "search": lambda made, words: SearchField(made, words, words[:5], accessible_name=words),
}
