# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bopomofo into traditional characters, through libchewing (chewingio.h of its release 0.5)."""

import re
from ctypes import c_char_p, c_int, c_void_p
from typing import Final

from accessibility.typing.converter import Choice
from accessibility.typing.readings import FIRST_TONE, TONES
from kiosk.typing.libraries import MOST, AbsentError, declare, folder, library

_KEYS: Final = dict(
    zip("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˊˇˋ˙",
        "1qaz2wsxedcrfv5tgbyhnujm8ik,9ol.0p;/-6347", strict=True)
)  # fmt: skip
"""The library is told readings as keys of the standard keyboard of Taiwan; its space is the first tone."""

_SYLLABLE: Final = re.compile(rf"[ㄅ-ㄙ]?[ㄧㄨㄩ]?[ㄚ-ㄦ]?[{TONES}]?")
_SIGNS: Final = re.compile("[ㄅ-ㄦ]")
_MOST_SYLLABLES: Final = 16
_OF_EACH_TONE: Final = 24


class Bopomofo:
    """One reading after the other. The library learns when a text is committed to it, and none ever is.

    AbsentError without library or dictionary.
    """

    def __init__(self) -> None:
        found = library("libchewing.so.3")
        folder(("share/libchewing", "lib/*/libchewing"), "dictionary.dat")
        new = declare(found, "chewing_new2", c_void_p, c_char_p, c_char_p, c_void_p, c_void_p)
        # What the library would remember of a person lives in memory, stays empty, and ends with the process.
        self._context = new(None, b":memory:", None, None)
        if not self._context:
            raise AbsentError("libchewing")
        declare(found, "chewing_set_maxChiSymbolLen", None, c_void_p, c_int)(
            self._context, _MOST_SYLLABLES + 1
        )
        declare(found, "chewing_set_phraseChoiceRearward", None, c_void_p, c_int)(self._context, 0)
        self._key = declare(found, "chewing_handle_Default", c_int, c_void_p, c_int)
        self._text = declare(found, "chewing_buffer_String_static", c_char_p, c_void_p)
        self._act = {
            name: declare(found, f"chewing_{name}", c_int, c_void_p)
            for name in (
                "Reset", "handle_Space", "handle_Home", "cand_open", "cand_close",
                "cand_TotalChoice", "cand_list_has_next", "cand_list_next",
            )
        }  # fmt: skip
        self._choice = declare(found, "chewing_cand_string_by_index_static", c_char_p, c_void_p, c_int)

    def choices(self, reading: str) -> tuple[Choice, ...]:
        """What a reading may mean. A syllable without its tone is read in all five."""
        syllables = [one for one in _SYLLABLE.findall(reading) if one][:_MOST_SYLLABLES]
        if not syllables or not reading.startswith("".join(syllables)):
            return ()
        if syllables[0][-1] not in TONES:
            return self._in_every_tone(syllables[0])
        whole = self._typed(syllables)
        lengths = [len(one) for one in syllables]
        found = [Choice(whole, sum(lengths[: len(whole)]))] if len(whole) > 1 else []
        texts = self._from_the_beginning() if whole else []
        found += [Choice(text, sum(lengths[: len(text)])) for text in texts]
        return tuple(dict.fromkeys(found))[:MOST]

    def _in_every_tone(self, syllable: str) -> tuple[Choice, ...]:
        found: list[Choice] = []
        for tone in TONES:
            if self._typed([syllable + tone]):
                found += [Choice(one, len(syllable)) for one in self._from_the_beginning()[:_OF_EACH_TONE]]
        return tuple(dict.fromkeys(found))[:MOST]

    def _typed(self, syllables: list[str]) -> str:
        """Tell the library as many syllables as exist in the language and have a tone; its best text for them."""
        self._act["Reset"](self._context)
        text = ""
        for count, syllable in enumerate(syllables, 1):
            if syllable[-1] not in TONES:
                break
            for sign in syllable:
                if sign == FIRST_TONE:
                    self._act["handle_Space"](self._context)
                else:
                    self._key(self._context, ord(_KEYS[sign]))
            now: str = self._text(self._context).decode()
            if len(now) != count:
                break
            text = now
        return text

    def _from_the_beginning(self) -> list[str]:
        """All texts for the first syllables, the longest first."""
        found: list[str] = []
        self._act["handle_Home"](self._context)
        if self._act["cand_open"](self._context) != 0:
            return found
        while True:
            total = self._act["cand_TotalChoice"](self._context)
            found += [self._choice(self._context, number).decode() for number in range(total)]
            if not self._act["cand_list_has_next"](self._context):
                break
            self._act["cand_list_next"](self._context)
        self._act["cand_close"](self._context)
        # It also offers the signs themselves, which stand in the field already.
        return [text for text in found if not _SIGNS.search(text)]
