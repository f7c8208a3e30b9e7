# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of Chinese, Japanese and Korean. Those of Chinese and Japanese spell readings, from which text is chosen."""

from typing import Final

from ui.keyboard.letters.latin import A_TO_Z, LATIN, PUNCTUATION, QWERTY
from ui.keyboard.sheets import Alphabet, Rows, Sheet, row, rows

DIVIDER: Final = "'"
"""Parts two syllables of pinyin: xi'an."""

CAPITALS: Final = "A B C"
PLAIN_LATIN: Final = Sheet(CAPITALS, QWERTY, cased=True, familiar=True)
WIDE_SIGNS: Final = Sheet("，。？", rows("，。、？！：；（）「」《》“”‘’—…·"))

PINYIN_NAME: Final = "拼音"
PINYIN_ROWS: Final = rows("qwertyuiop", "asdfghjkl", "zxcvbnm'")

SIMPLIFIED: Final = Alphabet(
    PINYIN_NAME,
    PINYIN_ROWS,
    ((*A_TO_Z, DIVIDER),),
    (PLAIN_LATIN, WIDE_SIGNS, PUNCTUATION),
    composed=True,
)

BOPOMOFO_TONES: Final = row("ˉˊˇˋ˙")
"""Every syllable of a reading ends with one of these; the first stands for the even tone."""

PINYIN: Final = Sheet(PINYIN_NAME, PINYIN_ROWS, familiar=True, composed=True)
"""For those who learnt to read with it, also in traditional characters."""

TRADITIONAL: Final = Alphabet(
    "ㄅㄆㄇ",
    rows("ㄅㄉˇˋㄓˊ˙ㄚㄞㄢㄦ", "ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣˉ", "ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ", "ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ"),
    ((*row("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ"), *BOPOMOFO_TONES),),
    (PINYIN, PLAIN_LATIN, WIDE_SIGNS, PUNCTUATION),
    composed=True,
)

VOICED: Final = "゛"
HALF_VOICED: Final = "゜"
SMALL_KANA: Final = "小"
KANA_MARKS: Final = (VOICED, HALF_VOICED, SMALL_KANA)
"""Keys that change the kana before them."""

KANA: Final[Rows] = (
    (*row("あいうえおかきくけこさしすせそ"), VOICED, HALF_VOICED),
    (*row("たちつてとなにぬねのはひふへほ"), SMALL_KANA, "ー"),
    row("まみむめもやゆよらりるれろわをん"),
)

JAPANESE: Final = Alphabet(
    "あいう",
    QWERTY,
    KANA,
    (PLAIN_LATIN, WIDE_SIGNS, PUNCTUATION),
    composed=True,
    switch=("あいう", "ローマ字"),
)

KOREAN: Final = Alphabet(
    "ㄱㄴㄷ",
    rows("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅒ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣㅃㅉ", "ㅋㅌㅊㅍㅠㅜㅡㅖㄸㄲㅆ"),
    rows("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"),
    (LATIN, PUNCTUATION),
)
