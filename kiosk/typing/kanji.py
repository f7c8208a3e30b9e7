# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kana into Japanese as it is written, through libanthy (anthy.h of its release 0)."""

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_void_p
from typing import Final

from accessibility.typing.converter import Choice
from kiosk.typing.libraries import MOST, AbsentError, declare, folder, library

_UTF8: Final = 2
_KATAKANA: Final = -2
_LONGEST: Final = 512
_AHEAD: Final = 3
"""Choices of the first piece that stand before the whole reading in katakana, as names from abroad are written."""


class _Segment(Structure):
    _fields_ = (("candidates", c_int), ("length", c_int))


class Kanji:
    """One reading after the other. The library learns from what is committed to it, and nothing ever is.

    AbsentError without library or dictionary.
    """

    def __init__(self) -> None:
        found = library("libanthy.so.1", "libanthy-unicode.so.0")
        folder(("share/anthy", "share/anthy-unicode"), "anthy.dic")
        override = declare(found, "anthy_conf_override", None, c_char_p, c_char_p)
        # Without a home it finds no file of a person and makes none.
        override(b"HOME", b"/nonexistent")
        override(b"VARIABLE_HOME", b"/nonexistent")
        if declare(found, "anthy_init", c_int)() != 0:
            raise AbsentError("anthy.dic")
        declare(found, "anthy_set_personality", c_int, c_char_p)(b"")
        self._context = declare(found, "anthy_create_context", c_void_p)()
        declare(found, "anthy_context_set_encoding", c_int, c_void_p, c_int)(self._context, _UTF8)
        self._set = declare(found, "anthy_set_string", c_int, c_void_p, c_char_p)
        self._count = declare(found, "anthy_get_stat", c_int, c_void_p, POINTER(c_int))
        self._about = declare(found, "anthy_get_segment_stat", c_int, c_void_p, c_int, POINTER(_Segment))
        self._get = declare(found, "anthy_get_segment", c_int, c_void_p, c_int, c_int, c_char_p, c_int)

    def choices(self, reading: str) -> tuple[Choice, ...]:
        """What a reading in kana may mean. An n at its end is read as ん; other letters there are still being typed."""
        kana = reading.rstrip("abcdefghijklmnopqrstuvwxyz'")
        letters = reading[len(kana) :]
        if letters in ("n", "n'"):
            kana, taken = kana + "ん", len(reading)
        else:
            taken = len(kana)
        if not kana or self._set(self._context, kana.encode()) != 0:
            return ()
        count = c_int()
        self._count(self._context, byref(count))
        if not count.value:
            return ()
        first = _Segment()
        self._about(self._context, 0, byref(first))
        end = taken if count.value == 1 else first.length
        pieces = [Choice(self._segment(0, number), end) for number in range(min(first.candidates, MOST))]
        whole = Choice("".join(self._segment(place, 0) for place in range(count.value)), taken)
        katakana = Choice("".join(self._segment(place, _KATAKANA) for place in range(count.value)), taken)
        hiragana = Choice(kana, taken)
        found = (whole, *pieces[:_AHEAD], katakana, hiragana, *pieces[_AHEAD:])
        return tuple(dict.fromkeys(one for one in found if one.text))[:MOST]

    def _segment(self, place: int, number: int) -> str:
        room = ctypes.create_string_buffer(_LONGEST)
        length = self._get(self._context, place, number, room, _LONGEST)
        return room.value.decode() if length > 0 else ""
