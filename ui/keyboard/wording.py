# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on each key, and what it is called by those who do not see it."""

from dataclasses import dataclass
from typing import Final, assert_never

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from i18n.direction import left_to_right
from ui.keyboard.arrangement import Act, KeySpec
from ui.keyboard.sheets import Alphabet, Sheet, capital, shown
from ui.keyboard.sign_names import spoken_name

CAPITALS_WORD: Final = "ABC"
"""Where the language's own letters have no capitals, those of its Latin sheet have."""

WORDS: Final = {
    Act.SPACE: ("keyboard.space",),
    Act.HALF_SPACE: ("keyboard.half_space",),
    Act.DELETE: ("keyboard.delete",),
    Act.PUT_AWAY: ("keyboard.put_away",),
    Act.ORDER: ("keyboard.alphabetical", "keyboard.local"),
}
"""Message keys of all that may stand on a key with words."""


def words_of_keys(look: Look, alphabet: Alphabet) -> dict[Act, list[str]]:
    """All that each key with words may show."""
    words = {act: [look.texts.text(key) for key in keys] for act, keys in WORDS.items()}
    word = alphabet.label.replace(" ", "") if alphabet.cased else CAPITALS_WORD
    words[Act.CAPITALS] = [word.upper(), word.lower()]
    if alphabet.switch is not None:
        words[Act.ORDER] = list(alphabet.switch)
    return words


@dataclass(frozen=True, slots=True)
class Turn:
    """What the keyboard shows now: the order, whether the next letter is a capital, and where two keys lead."""

    order: KeyboardOrder
    capitals: bool
    next_letters: Sheet
    next_other: Sheet


class Wording:
    """Words and names of keys for one look and one alphabet."""

    def __init__(self, look: Look, alphabet: Alphabet) -> None:
        self._look = look
        self._words = words_of_keys(look, alphabet)

    def sign(self, spec: KeySpec, turn: Turn) -> str:
        """What a key with a sign types now."""
        return capital(spec.sign) if turn.capitals else spec.sign

    def words(self, spec: KeySpec, turn: Turn) -> str:
        """What stands on a key."""
        match spec.act:
            case Act.SIGN:
                return shown(self.sign(spec, turn))
            case Act.CAPITALS:
                return self._words[Act.CAPITALS][1 if turn.capitals else 0]
            case Act.LETTERS:
                return self._label(turn.next_letters)
            case Act.SHEET:
                return self._label(turn.next_other)
            case Act.ORDER:
                return self._words[Act.ORDER][0 if turn.order == "local" else 1]
            case Act.SPACE | Act.HALF_SPACE | Act.DELETE | Act.PUT_AWAY:
                return self._words[spec.act][0]
            case Act.GAP:
                return ""
            case _:
                assert_never(spec.act)

    def name(self, spec: KeySpec, turn: Turn) -> str:
        """What assistive technology says: the letter, the name of a sign, or the words with more where needed."""
        text, words = self._look.texts.text, self.words(spec, turn)
        match spec.act:
            case Act.SIGN:
                return spoken_name(self.sign(spec, turn), text)
            case Act.CAPITALS:
                key = "keyboard.small_name" if turn.capitals else "keyboard.capitals_name"
                return text(key, letters=words)
            case Act.LETTERS | Act.SHEET:
                return text("keyboard.sheet_name", signs=words)
            case Act.ORDER | Act.SPACE | Act.HALF_SPACE | Act.DELETE | Act.PUT_AWAY | Act.GAP:
                return words
            case _:
                assert_never(spec.act)

    def _label(self, sheet: Sheet) -> str:
        return left_to_right(sheet.label) if self._look.rtl and not sheet.rightward else sheet.label
