# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pinyin into simplified characters, through libpinyin (pinyin.h of its release 2)."""

from ctypes import POINTER, byref, c_bool, c_char_p, c_int, c_size_t, c_uint, c_uint32, c_void_p
from typing import Final

from accessibility.typing.converter import Choice
from kiosk.typing.libraries import MOST, AbsentError, declare, folder, library

_IS_PINYIN, _INCOMPLETE, _DIVIDED, _RESPLIT = 1 << 1, 1 << 3, 1 << 7, 1 << 8
_CORRECTIONS: Final = 0xFF << 21
_OPTIONS: Final = _IS_PINYIN | _INCOMPLETE | _DIVIDED | _RESPLIT | _CORRECTIONS
"""Syllables may be begun only (nh for ni hao) and misspelt as people do; tones are not typed."""

_WHOLE: Final = 1
"""The type of a choice that stands for the whole reading."""

_SORTED: Final = 0x2 | 0x4 | 0x8 | 0x10
"""Nothing longer than what was typed; longer phrases first, then by how often they are written."""


class Pinyin:
    """One reading after the other; nothing is ever trained. AbsentError without library or dictionary."""

    def __init__(self) -> None:
        found = library("libpinyin.so.15", "libpinyin.so.13")
        data = folder(("lib/*/libpinyin/data", "lib*/libpinyin/data"), "phrase_index.bin")
        context = declare(found, "pinyin_init", c_void_p, c_char_p, c_char_p)(str(data).encode(), None)
        if not context:
            raise AbsentError(str(data))
        declare(found, "pinyin_set_options", c_bool, c_void_p, c_uint32)(context, _OPTIONS)
        self._instance = declare(found, "pinyin_alloc_instance", c_void_p, c_void_p)(context)
        self._parse = declare(found, "pinyin_parse_more_full_pinyins", c_size_t, c_void_p, c_char_p)
        self._guess = declare(found, "pinyin_guess_sentence", c_bool, c_void_p)
        self._list = declare(found, "pinyin_guess_candidates", c_bool, c_void_p, c_size_t, c_uint)
        self._count = declare(found, "pinyin_get_n_candidate", c_bool, c_void_p, POINTER(c_uint))
        self._get = declare(found, "pinyin_get_candidate", c_bool, c_void_p, c_uint, POINTER(c_void_p))
        self._text = declare(
            found, "pinyin_get_candidate_string", c_bool, c_void_p, c_void_p, POINTER(c_char_p)
        )
        self._type = declare(found, "pinyin_get_candidate_type", c_bool, c_void_p, c_void_p, POINTER(c_int))
        self._choose = declare(found, "pinyin_choose_candidate", c_int, c_void_p, c_size_t, c_void_p)
        self._let_go = declare(found, "pinyin_clear_constraint", c_bool, c_void_p, c_size_t)
        self._reset = declare(found, "pinyin_reset", c_bool, c_void_p)

    def choices(self, reading: str) -> tuple[Choice, ...]:
        """What a reading in the letters a to z and ' may mean."""
        parsed = self._parse(self._instance, reading.encode())
        if not parsed:
            return ()
        self._guess(self._instance)
        self._list(self._instance, 0, _SORTED)
        count = c_uint()
        self._count(self._instance, byref(count))
        found = [self._choice(number, parsed) for number in range(min(count.value, MOST))]
        self._reset(self._instance)
        found = [_with_divider(one, reading) for one in found if one.text and 0 < one.taken <= len(reading)]
        return tuple(dict.fromkeys(found))

    def _choice(self, number: int, parsed: int) -> Choice:
        candidate, text, kind = c_void_p(), c_char_p(), c_int()
        self._get(self._instance, number, byref(candidate))
        self._text(self._instance, candidate, byref(text))
        self._type(self._instance, candidate, byref(kind))
        taken = parsed
        if kind.value != _WHOLE:
            # Only choosing it tells where it ends; letting go of it at once leaves the others as they were.
            taken = self._choose(self._instance, 0, candidate)
            self._let_go(self._instance, 0)
        return Choice((text.value or b"").decode(), taken)


def _with_divider(choice: Choice, reading: str) -> Choice:
    """The mark that parts two syllables goes with the one before it."""
    rest = reading[choice.taken :]
    return Choice(choice.text, choice.taken + len(rest) - len(rest.lstrip("'")))
