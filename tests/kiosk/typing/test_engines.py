# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real engines turn readings into the text that people mean, piece by piece, and learn nothing."""

import pytest

from accessibility.typing.converter import Choice, Missing, Offer
from accessibility.typing.readings import family
from kiosk.typing.engines import PROBES, Engines, packages_missing
from kiosk.typing.libraries import MOST, AbsentError, folder, library
from tests.support.engines import need_engine

SENTENCES = [
    ("zh-Hans", "woshi", "我是"),
    ("zh-Hans", "wangxiaoming", "王晓明"),
    ("zh-Hans", "beijingshichaoyangqu", "北京市朝阳区"),
    ("zh-Hans", "xi'an", "西安"),
    ("zh-Hans", "nh", "你好"),
    ("zh-Hans", "lvse", "绿色"),
    ("zh-Hant", "ㄨㄤˊㄒㄧㄠˇㄇㄧㄥˊ", "王小明"),
    ("zh-Hant", "ㄊㄞˊㄅㄟˇㄕˋㄒㄧㄣˋㄧˋㄑㄩˉ", "台北市信義區"),
    ("zh-Hant", "taibei", "臺北"),
    ("zh-TW", "yu", "余"),
    ("ja", "わたしはがくせいです", "私は学生です"),
    ("ja", "とうきょうとちよだく", "東京都千代田区"),
    ("ja", "たなか", "田中"),
    ("ja", "まりごーるど", "マリゴールド"),
    ("ja", "ほn", "本"),
]


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines()


def choices(engines: Engines, language: str, reading: str) -> tuple[Choice, ...]:
    need_engine(language)
    answer = engines.answer(language, reading)
    assert isinstance(answer, Offer)
    return answer.choices


@pytest.mark.requirement("OPR-17", part="Chinese and Japanese")
@pytest.mark.parametrize(("language", "reading", "text"), SENTENCES)
def test_a_reading_offers_the_text_that_is_meant(
    engines: Engines, language: str, reading: str, text: str
) -> None:
    assert Choice(text, len(reading)) in choices(engines, language, reading)


@pytest.mark.parametrize(
    ("language", "reading", "pieces"),
    [
        ("zh-Hans", "zhangweiguo", ["张", "伟", "国"]),
        ("zh-Hans", "xi'an", ["西", "安"]),
        ("zh-Hant", "ㄔㄣˊㄉㄚˋㄨㄣˊ", ["陳", "大", "文"]),
        ("zh-Hant", "chendawen", ["陳", "大", "文"]),
        ("ja", "やまだたろう", ["山田", "太朗"]),
    ],
)
def test_a_name_is_put_together_from_pieces(
    engines: Engines, language: str, reading: str, pieces: list[str]
) -> None:
    for text in pieces:
        chosen = next(one for one in choices(engines, language, reading) if one.text == text)
        reading = reading[chosen.taken :]
    assert reading == ""


@pytest.mark.parametrize(("language", "reading"), [(la, re) for la, re, _ in SENTENCES])
def test_every_choice_stands_for_a_beginning_of_the_reading(
    engines: Engines, language: str, reading: str
) -> None:
    found = choices(engines, language, reading)
    assert 0 < len(found) <= MOST
    assert len(set(found)) == len(found)
    assert all(one.text and 0 < one.taken <= len(reading) for one in found)


@pytest.mark.parametrize(
    ("language", "reading"),
    [("zh-Hans", "'"), ("zh-Hans", "uuu"), ("zh-Hant", "ㄅㄅˊ"), ("zh-Hant", "ˊ"), ("ja", "k")],
)
def test_what_means_nothing_offers_nothing(engines: Engines, language: str, reading: str) -> None:
    assert choices(engines, language, reading) == ()


def test_a_syllable_without_its_tone_is_read_in_every_tone(engines: Engines) -> None:
    found = {one.text for one in choices(engines, "zh-Hant", "ㄇㄚ")}
    assert {"媽", "麻", "馬", "罵", "嗎"} <= found


@pytest.mark.requirement("PRV-04", part="what is chosen is not learnt")
@pytest.mark.parametrize(
    ("language", "reading"), [("zh-Hans", "zhangwei"), ("zh-Hant", "ㄨㄤˊㄇㄧㄥˊ"), ("ja", "たなか")]
)
def test_nothing_is_learnt_from_what_is_asked(engines: Engines, language: str, reading: str) -> None:
    first = choices(engines, language, reading)
    for one in first[:20]:
        choices(engines, language, reading[one.taken :] or reading)
    assert choices(engines, language, reading) == first


def test_other_languages_have_no_engine(engines: Engines) -> None:
    assert engines.answer("ko", "한") == Missing()
    assert packages_missing("en", engines.answer) == ()


def test_an_absent_library_makes_its_language_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*names: str) -> None:
        raise AbsentError(names[0])

    for module in ("pinyin", "bopomofo", "kanji", "traditional"):
        monkeypatch.setattr(f"kiosk.typing.{module}.library", absent)
    for language, probes in PROBES.items():
        assert family(language)
        assert packages_missing(language, Engines().answer)
        for probe in probes:
            assert Engines().answer(language, probe) == Missing()


def test_what_is_not_there_is_absent() -> None:
    with pytest.raises(AbsentError):
        library("libnothing.so.1")
    with pytest.raises(AbsentError):
        folder(("share/nothing",), "nothing.dat")
