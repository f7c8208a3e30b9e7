# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A message is found by its key, filled, and never silently missing or in another language."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n.compile import CatalogueError, compile_all
from i18n.messages import LOCALE, Messages, NotCompiledError


def test_the_same_key_speaks_each_language() -> None:
    said = [Messages.load(tag).text("home.heading") for tag in ("en", "es", "ar", "zh-Hans")]
    assert said == [
        "What is happening in your life?",
        "¿Qué está pasando en su vida?",
        "ماذا يحدث في حياتك؟",
        "您的生活中发生了什么事？",
    ]


@pytest.mark.parametrize("tag", ["en", "es", "ar", "zh-Hans"])
def test_an_unknown_key_stops_loudly(tag: str) -> None:
    texts = Messages.load(tag)
    with pytest.raises(KeyError):
        texts.text("no.such_key")
    with pytest.raises(KeyError):
        texts.plural("no.such_key", 3)
    assert not texts.has("no.such_key")
    assert texts.has("home.heading")


def test_a_missing_value_stops_loudly() -> None:
    with pytest.raises(KeyError):
        Messages.load("en").text("search.nothing")


def test_a_language_that_is_not_offered_is_refused() -> None:
    with pytest.raises(KeyError):
        Messages.load("tlh")


def test_catalogues_that_were_not_made_say_how_to_make_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("i18n.messages.LOCALE", tmp_path)
    with pytest.raises(NotCompiledError, match=r"i18n\.compile"):
        Messages.load("en")


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لم نجد خدمات لعبارة «بيت»"),
        (1, "وجدنا خدمة واحدة لعبارة «بيت»"),
        (2, "وجدنا خدمتين لعبارة «بيت»"),
        (3, "وجدنا 3 خدمات لعبارة «بيت»"),
        (11, "وجدنا 11 خدمة لعبارة «بيت»"),
        (100, "وجدنا 100 خدمة لعبارة «بيت»"),
    ],
)
def test_arabic_counts_in_six_forms(n: int, said: str) -> None:
    assert Messages.load("ar").plural("search.found", n, words="بيت") == said


def test_arabic_days_agree_with_eleven_and_with_a_hundred() -> None:
    said = [Messages.load("ar").plural("fact.within", n) for n in (3, 10, 11, 30, 99, 100, 103)]
    assert said == [
        "خلال 3 أيام",
        "خلال 10 أيام",
        "خلال 11 يومًا",
        "خلال 30 يومًا",
        "خلال 99 يومًا",
        "خلال 100 يوم",
        "خلال 103 أيام",
    ]


def test_english_and_spanish_count_in_two_forms_and_chinese_in_one() -> None:
    said = [[Messages.load(tag).plural("fact.within", n) for n in (1, 5)] for tag in ("en", "es", "zh-Hans")]
    assert said == [["Within 1 day", "Within 5 days"], ["En 1 día", "En 5 días"], ["1 天内", "5 天内"]]


def test_a_foreign_name_cannot_turn_a_sentence_round() -> None:
    """The name is isolated, so that the quotation marks and the stop stay where Arabic has them."""
    said = Messages.load("ar").text("search.nothing", words="Kindergeld (2026)")
    assert "«\u2068Kindergeld (2026)\u2069»" in said
    said = Messages.load("en").text("search.nothing", words="شهادة ميلاد")
    assert "“\u2068شهادة ميلاد\u2069”" in said


def test_braces_in_a_value_are_only_text() -> None:
    said = Messages.load("en").text("search.nothing", words="{words} {0.__class__}")
    assert "{words} {0.__class__}" in said


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_language_is_read_in_a_few_milliseconds(tag: str) -> None:
    best = min(_timed(lambda: Messages.load(tag)) for _ in range(5))
    assert best < 0.02, f"{best * 1000:.1f} ms; 2 ms were measured on a slow machine"


def test_the_first_page_does_not_wait_for_babel() -> None:
    """Its import alone takes longer than a page may."""
    code = (
        "import sys, i18n.messages, i18n.formats, i18n.hours, i18n.references\n"
        "i18n.messages.Messages.load('ar').text('welcome.heading')\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=LOCALE.parents[1], check=False).returncode == 0


def test_a_key_in_two_areas_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for area in ("shell", "find"):
        (folder / f"{area}.po").write_text('msgid "a.key"\nmsgstr "Words"\n')
    with pytest.raises(CatalogueError, match=r"a\.key.*find.*shell"):
        compile_all(tmp_path)


def test_a_damaged_message_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "shell.po").write_bytes(b'msgid "a.key"\nmsgstr "\xff\xfe"\n')
    with pytest.raises(CatalogueError, match=r"shell\.po"):
        compile_all(tmp_path)


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
