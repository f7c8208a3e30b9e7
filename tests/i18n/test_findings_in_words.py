# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`i18n.check` finds nothing in the program's own words, and each fault that is planted in others."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from i18n.check import findings
from i18n.languages import LANGUAGES
from i18n.sentence import columns
from tests.support.small_words import Sentences, small_words

ROOT = Path(__file__).parents[2]
GOOD: dict[str, Sentences] = {
    "en": {"tea.a": "Tea for {name}", "tea.n": ("{n} cup", "{n} cups")},
    "ru": {"tea.a": "Чай: {name}", "tea.n": ("{n} чашка", "{n} чашки", "{n} чашек")},
}


def test_the_programs_own_words_have_no_finding_and_the_command_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "i18n.check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"{len(LANGUAGES)} languages, 0 findings\n")


def of(folder: Path, **changed: Sentences) -> list[str]:
    languages: Mapping[str, Sentences] = {tag: {**GOOD.get(tag, {}), **changed.get(tag, {})} for tag in GOOD}
    small_words(folder, languages)
    return [str(one) for one in findings(folder) if one.place.split("/")[0] in GOOD]


def test_good_words_have_no_finding(tmp_path: Path) -> None:
    assert of(tmp_path) == []


@pytest.mark.parametrize(
    ("key", "said", "finding"),
    [
        ("tea.a", "", "is empty"),
        ("tea.n", ("{n} чашка", "", "{n} чашек"), "is empty"),
        ("tea.a", "Чай: {nom}", "has the placeholders nom, and English name"),
        ("tea.a", "Чай", "has the placeholders none, and English name"),
        ("tea.a", "Чай {name", "has braces that do not match"),
        ("tea.n", ("{n} чашка", "{x} чашки", "{n} чашек"), "has the placeholders x, and English n"),
        ("tea.n", "{n} чашек", "does not count, and English does"),
        ("tea.a", ("{name}", "{name}", "{name}"), "counts, and English does not"),
        ("tea.a", "&Чай: {name}", "has a mnemonic mark (&)"),
        ("tea.a", "Чай\u202e {name}", "RIGHT-TO-LEFT OVERRIDE"),
        ("tea.a", "Чай\u2066 {name}", "LEFT-TO-RIGHT ISOLATE"),
        ("tea.a", "Чай\x07 {name}", "U+0007"),
        ("tea.a", "Чай  {name}", "a space too many"),
        ("tea.a", "Ошибка: {name}", "says 'Ошибка'"),
        ("tea.a", "Чай, чай, чай, чай и ещё раз чай для вас: {name}", "columns wide, and English 14"),
        ("tea.more", "Ещё чай", "is no key of English"),
    ],
)
def test_each_fault_is_found(key: str, said: str | tuple[str, ...], finding: str, tmp_path: Path) -> None:
    found = of(tmp_path, ru={key: said})
    assert len(found) == 1
    assert found[0].startswith(f"ru/tea: {key}: ")
    assert finding in found[0]


def test_a_missing_sentence_is_found(tmp_path: Path) -> None:
    assert of(tmp_path, en={"tea.b": "Milk"}) == ["ru/tea: tea.b: is missing"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_plural_form_too_many_is_found(language: str, tmp_path: Path) -> None:
    of(tmp_path)
    path = tmp_path / language / "LC_MESSAGES" / "tea.po"
    path.write_text(path.read_text("utf-8") + 'msgstr[3] "{n} x"\n', "utf-8")
    assert [one for one in findings(tmp_path) if one.place == language and "num_plurals" in one.what]


def test_a_key_that_stands_twice_and_a_fuzzy_one_are_found(tmp_path: Path) -> None:
    of(tmp_path)
    path = tmp_path / "ru" / "LC_MESSAGES" / "tea.po"
    small_words(tmp_path, {"ru": {"tea.a": "Чай {name}"}}, area="milk")
    small_words(tmp_path, {"en": {}}, area="milk")
    path.write_text(path.read_text("utf-8").replace('msgid "tea.n"', '#, fuzzy\nmsgid "tea.n"'), "utf-8")
    said = [str(one) for one in findings(tmp_path)]
    assert "ru: tea.a: stands 2 times" in said
    assert any("tea.n: is marked as fuzzy" in one for one in said)


def test_a_damaged_file_is_a_finding_and_no_crash(tmp_path: Path) -> None:
    of(tmp_path)
    (tmp_path / "ru" / "LC_MESSAGES" / "tea.po").write_bytes(b'msgid "a.b"\nmsgstr "\xff\n')
    assert [one for one in findings(tmp_path) if one.place == "ru" and "tea.po" in one.what]


def test_wide_letters_count_twice_and_marks_nothing() -> None:
    assert (columns("tea"), columns("お茶"), columns("हि"), columns("e\u0301")) == (3, 4, 2, 1)
