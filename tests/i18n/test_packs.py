# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder adds a language everywhere; a hostile or broken one is refused with clear words and changes nothing."""

import math
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.formats import date_in_words
from i18n.languages import LANGUAGES, is_offered, language_info, offered
from i18n.messages import Borrowed, Messages, language_of
from i18n.packs import Pack, RefusedPack, offer_packs, read_pack, tags
from tests.support.catalogues import entries
from tests.support.made_up_packs import (
    POLISH,
    POLISH_FACTS,
    URDU,
    URDU_FACTS,
    made_up_packs,
    write_pack,
)


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[None]:
    with made_up_packs(tmp_path / "packs"):
        yield


@pytest.mark.usefixtures("packs")
def test_a_pack_adds_its_language_with_everything_it_told() -> None:
    assert [info.tag for info in offered()[-2:]] == ["pl", "ur"]
    polish, urdu = language_info("pl"), language_info("ur")
    assert (polish.own_name, polish.voice, polish.font) == ("Polski", "pl", "Noto Sans")
    assert polish.letters[:3] == ("a", "ą", "b")
    assert urdu.is_right_to_left
    assert language_info("pl-PL").own_name == "pl-PL"
    assert date_in_words(date(2026, 11, 23), "pl") == "poniedziałek, 23 listopada 2026"


@pytest.mark.usefixtures("packs")
def test_its_sentences_are_said_and_count_as_its_language_counts() -> None:
    texts = Messages.load("pl")
    assert texts.text("welcome.heading") == "Czego potrzebujesz dziś od miasta?"
    assert [texts.plural("fact.within", n) for n in (1, 3, 5)] == [
        "W ciągu 1 dnia", "W ciągu 3 dni", "W ciągu 5 dni",
    ]  # fmt: skip
    assert [texts.minutes(n) for n in (1, 3, 5)] == ["1 minuta", "3 minuty", "5 minut"]


@pytest.mark.usefixtures("packs")
def test_a_sentence_that_a_pack_lacks_is_in_english_and_says_so() -> None:
    polish, urdu = Messages.load("pl"), Messages.load("ur")
    lacking = polish.text("service.later.text", name="Urząd")
    assert lacking == Messages.load("en").text("service.later.text", name="Urząd")
    assert language_of(lacking, "pl") == "en"
    assert language_of(polish.text("bar.back"), "pl") == "pl"
    # In a page that runs the other way it keeps its own order, with what is filled in.
    there = urdu.text("service.later.text", name="دفتر")
    assert isinstance(there, Borrowed)
    assert (there[0], there[-1]) == ("\u2066", "\u2069")
    assert "\u2068دفتر\u2069" in there
    assert urdu.plural("fact.within", 2) == "\u2066Within 2 days\u2069"
    with pytest.raises(KeyError):
        polish.text("no.such_key")


@pytest.mark.usefixtures("packs")
def test_how_much_of_it_there_is_is_counted_honestly() -> None:
    english = {key for key in POLISH if Messages.load("en").has(key)}
    assert len(english) == len(POLISH)
    of_all = len(entries("en"))
    assert language_info("pl").share == math.ceil(len(POLISH) * 100 / of_all)
    assert language_info("ur").share == math.ceil(len(URDU) * 100 / of_all)
    assert {info.share for info in LANGUAGES} == {100}


def test_the_programs_own_languages_never_borrow_a_sentence() -> None:
    texts = Messages.load("ar")
    assert not isinstance(texts.text("home.heading"), Borrowed)


def reasons(folder: Path) -> str:
    found = read_pack(folder)
    assert isinstance(found, RefusedPack)
    assert not is_offered("pl")
    return "\n".join(found.lines())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('tag = "pl"', 'tag = "../pl"', "tag is '../pl', which does not have the right shape"),
        ('tag = "pl"', 'tag = "ar"', "ar is offered already"),
        ('tag = "pl"\n', "", "tag is missing"),
        ('own_name = "Polski"', 'own_name = "Pol\\u202eski"', "own_name is not a text"),
        ('own_name = "Polski"', f'own_name = "{"P" * 41}"', "own_name is not a text"),
        ('own_name = "Polski"', 'own_name = ""', "own_name is empty"),
        ('direction = "ltr"', 'direction = "down"', "direction is 'down'"),
        ('script = "latin"', 'script = "runes"', "script is 'runes'"),
        ('locale = "pl"', 'locale = "xx"', "locale is 'xx', which CLDR does not know"),
        ('locale = "pl"', 'locale = "../../pl"', "which does not have the right shape"),
        ('voice = "pl"', 'voice = "pl; reboot"', "voice is 'pl; reboot'"),
        ('voice = "pl"', "voice = 7", "voice is not a text"),
        ('letters = "aą', 'letters = "aaą', "letters repeats a letter"),
        ('"qwertyuiopęó"', '"qwertyuiopęóß"', "rows does not have the same letters"),
        ('font = "Noto Sans"', 'fnot = "Noto Sans"', "fnot is not a known key"),
        ('tag = "pl"', "tag = ", "is not a TOML file"),
        ('tag = "pl"', "x = " + "[" * 5000, "is not a TOML file"),
        ('tag = "pl"', "#" * 20_000, "is larger than 16000 bytes"),
    ],
)
def test_wrong_facts_are_refused_by_name(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert says in reasons(write_pack(tmp_path, "pl", POLISH_FACTS.replace(old, new), POLISH))


@pytest.mark.parametrize(
    ("key", "said", "says"),
    [
        ("home.more_note", "Wszystkie", "has the placeholders none, and English count"),
        ("home.more_note", "Wszystkie {count.__class__}", "has the placeholders"),
        ("home.more_note", "Wszystkie {count", "braces that do not match"),
        ("bar.back", "Wste\u202ecz", "RIGHT-TO-LEFT OVERRIDE"),
        ("bar.back", "Wste\x1b[2Jcz", "U+001B"),
        ("bar.back", "&Wstecz", "mnemonic"),
        ("fact.within", "W ciągu {n} dni", "does not count"),
    ],
)
def test_sentences_that_could_mislead_are_refused_by_name(
    key: str, said: str, says: str, tmp_path: Path
) -> None:
    told = reasons(write_pack(tmp_path, "pl", POLISH_FACTS, {**POLISH, key: said}))
    assert f"words.po: {key}: " in told
    assert says in told


def test_what_is_merely_unfinished_is_left_out_and_told(tmp_path: Path) -> None:
    more = {"bar.back": "", "of.another_version": "Tak", "bar.finish": "Zakończ to wszystko i idź do domu"}
    found = read_pack(write_pack(tmp_path, "pl", POLISH_FACTS, {**POLISH, **more}))
    assert isinstance(found, Pack)
    assert sorted(line.split(": ")[1] for line in found.aside) == [
        "bar.back",
        "bar.finish",
        "of.another_version",
    ]
    assert Messages("pl", found.sentences()).text("bar.back") == "Back"


def test_a_whole_pack_is_a_hundred_and_one_sentence_less_is_not(tmp_path: Path) -> None:
    whole: dict[str, str | tuple[str, ...]] = {
        entry.key: (entry.forms[-1],) * 4 if entry.counts else entry.forms[0] for entry in entries("en")
    }
    full = read_pack(write_pack(tmp_path, "pl", POLISH_FACTS, whole))
    assert isinstance(full, Pack)
    assert (full.info.share, full.aside) == (100, ())
    del whole["bar.back"]
    less = read_pack(write_pack(tmp_path / "less", "pl", POLISH_FACTS, whole))
    assert isinstance(less, Pack)
    assert less.info.share == 99
    none = read_pack(write_pack(tmp_path / "none", "pl", POLISH_FACTS, {"old.key": "Stare"}))
    assert isinstance(none, RefusedPack)
    assert "no finished sentence" in none.lines()[0]


def test_a_pack_without_sentences_a_link_and_a_file_too_large_are_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, "pl", POLISH_FACTS, POLISH)
    words = folder / "words.po"
    words.rename(tmp_path / "elsewhere.po")
    assert "1 to 60 .po or .mo files, not 0" in reasons(folder)
    words.symlink_to(tmp_path / "elsewhere.po")
    assert "words.po is not a file of this folder" in reasons(folder)
    words.unlink()
    words.write_bytes(b"#" * 2_000_001)
    assert "words.po is larger than" in reasons(folder)
    words.unlink()
    os.mkfifo(words)
    assert "words.po is not a file of this folder" in reasons(folder)


def test_the_packs_own_plural_rule_is_never_used(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, "pl", POLISH_FACTS, {"bar.back": "Wstecz"})
    path = folder / "words.po"
    bad = 'Plural-Forms: nplurals=2; plural=(n ? __import__("os").abort() : 1);'
    text = path.read_text("utf-8")
    assert "Plural-Forms" in text
    lines = [
        f'"{bad}\\n"'.replace('("os")', "(0)") if "Plural-Forms" in line else line
        for line in text.split("\n")
    ]
    path.write_text("\n".join(lines), "utf-8")
    found = read_pack(folder)
    assert isinstance(found, Pack)
    assert Messages("pl", found.sentences()).minutes(5) == "5 minut"


def test_two_packs_of_one_language_and_one_that_is_offered_are_refused(tmp_path: Path) -> None:
    write_pack(tmp_path, "pl", POLISH_FACTS, POLISH)
    write_pack(tmp_path, "ur", POLISH_FACTS, POLISH)
    found = offer_packs([tmp_path, tmp_path / "nowhere"])
    from i18n.languages import withdraw

    withdraw("pl")
    assert isinstance(found[0], Pack)
    assert isinstance(found[1], RefusedPack)
    assert "offered already" in found[1].lines()[0]
    assert tags([tmp_path]) == ("pl", "pl")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("good"), "ur", URDU_FACTS, URDU, binary=True)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cut=st.integers(0, 2_000), place=st.integers(0, 2_000), noise=st.binary(min_size=1, max_size=8))
def test_no_damaged_file_stops_the_program(cut: int, place: int, noise: bytes, good: Path) -> None:
    """Binary catalogues are the worse ones: offsets and lengths that lead anywhere."""
    whole = (good / "words.mo").read_bytes()
    spoiled = bytearray(whole[: max(len(whole) - cut, 0)])
    spoiled[place % (len(spoiled) + 1) : place % (len(spoiled) + 1) + len(noise)] = noise
    try:
        (good / "words.mo").write_bytes(bytes(spoiled))
        assert isinstance(read_pack(good), Pack | RefusedPack)
        (good / "words.mo").rename(good / "words.po")
        assert isinstance(read_pack(good), Pack | RefusedPack)
    finally:
        (good / "words.po").unlink(missing_ok=True)
        (good / "words.mo").write_bytes(whole)
