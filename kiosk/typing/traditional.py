# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pinyin into traditional characters: libpinyin's choices, written as in Taiwan by OpenCC (opencc.h of release 1)."""

import ctypes
from ctypes import c_char_p, c_int, c_size_t, c_void_p
from typing import Final

from accessibility.typing.converter import Choice
from kiosk.typing.libraries import MOST, AbsentError, declare, library
from kiosk.typing.pinyin import Pinyin

_NONE: Final = ctypes.c_void_p(-1).value
_CHARACTERS: Final = "big5"
"""The character set of Taiwan. A single character that is in it may be meant as it is: 余 is also a family's name."""


class Traditional:
    """See `Pinyin`. AbsentError when either library is."""

    def __init__(self, pinyin: Pinyin) -> None:
        self._pinyin = pinyin
        found = library("libopencc.so.1.1", "libopencc.so.1.2")
        self._table = declare(found, "opencc_open", c_void_p, c_char_p)(b"s2tw.json")
        if self._table is None or self._table == _NONE:
            raise AbsentError("s2tw.json")
        self._convert = declare(
            found, "opencc_convert_utf8_to_buffer", c_size_t, c_void_p, c_char_p, c_size_t, c_char_p
        )
        self._free = declare(found, "opencc_close", c_int, c_void_p)

    def choices(self, reading: str) -> tuple[Choice, ...]:
        """What a reading in the letters a to z and ' may mean."""
        found: list[Choice] = []
        for one in self._pinyin.choices(reading):
            found.append(Choice(self._written(one.text), one.taken))
            if len(one.text) == 1 and _in_taiwan(one.text):
                found.append(one)
        return tuple(dict.fromkeys(found))[:MOST]

    def _written(self, text: str) -> str:
        raw = text.encode()
        room = ctypes.create_string_buffer(len(raw) * 3 + 1)
        length = self._convert(self._table, raw, len(raw), room)
        return room.raw[:length].decode() if 0 < length < len(room) else text


def _in_taiwan(character: str) -> bool:
    try:
        character.encode(_CHARACTERS)
    except UnicodeEncodeError:
        return False
    return True
