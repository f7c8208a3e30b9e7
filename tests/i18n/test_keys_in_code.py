# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key that the program uses exists, and every key that exists is used; the tools see it when that ends."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from i18n.check import findings
from i18n.compile import whole
from i18n.extract import Uses, template, uses
from i18n.languages import LANGUAGES, language_info
from i18n.messages import LOCALE
from i18n.update import area_for, update
from tests.support.catalogues import by_key
from tests.support.small_words import Sentences, small_words

CODE = """
def said(texts, name, n, many):
    texts.text("tea.heading")
    texts.text("tea.one" if n == 1 else "tea.none")
    texts.plural("tea.cups", n)
    texts.text(f"tea.kind.{name}")
    return {"green": "tea.by_table"}, "tea.txt is no key", "trouble.kettle"
"""
KEYS = {"tea.heading", "tea.one", "tea.none", "tea.cups", "tea.kind.green", "tea.by_table", "trouble.kettle"}


@pytest.fixture
def found(tmp_path: Path) -> Uses:
    return uses_of(CODE, tmp_path)


def uses_of(code: str, folder: Path) -> Uses:
    (folder / "ui" / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "ui" / "pages" / "tea.py").write_text(code, "utf-8")
    return uses(folder, ["ui"])


@pytest.fixture(scope="module")
def whole_program() -> Uses:
    return uses()


def test_every_key_that_is_asked_for_exists(whole_program: Uses) -> None:
    assert not whole_program.missing(by_key("en"))


def test_every_key_that_exists_is_used(whole_program: Uses) -> None:
    assert not whole_program.unused(by_key("en"))


def test_the_walk_finds_what_is_asked_for_in_every_shape(found: Uses) -> None:
    assert not found.missing(KEYS)
    assert not found.unused(KEYS)


@pytest.mark.parametrize("key", sorted(KEYS - {"tea.by_table"}))
def test_a_key_without_a_sentence_is_missed(found: Uses, key: str) -> None:
    missing = found.missing(KEYS - {key})
    assert list(missing) == [key if key != "tea.kind.green" else "tea.kind.*"]
    assert next(iter(missing.values())).file == "ui/pages/tea.py"


def test_a_sentence_that_no_code_names_is_seen(found: Uses) -> None:
    assert found.unused({*KEYS, "tea.gone", "coffee.kind.green"}) == {"tea.gone", "coffee.kind.green"}


def test_the_template_names_each_key_once_with_its_places(found: Uses, tmp_path: Path) -> None:
    path = tmp_path / "words.pot"
    path.write_bytes(template(found, KEYS))
    with path.open("rb") as file:
        made = {message.id: message.locations for message in read_po(file) if message.id}
    assert set(made) == KEYS
    assert made["tea.heading"] == [("ui/pages/tea.py", 3)]


def test_an_update_changes_nothing_when_nothing_is_new(whole_program: Uses, tmp_path: Path) -> None:
    for path in LOCALE.rglob("*.po"):
        copy = tmp_path / path.relative_to(LOCALE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert update(whole_program, tmp_path) == ()
    for path in LOCALE.rglob("*.po"):
        assert (tmp_path / path.relative_to(LOCALE)).read_bytes() == path.read_bytes(), path.name


def test_a_new_key_comes_into_every_language_and_an_old_one_goes(tmp_path: Path) -> None:
    before: dict[str, Sentences] = {
        "en": {"tea.heading": "Tea", "tea.gone": "Gone"},
        "fr": {"tea.gone": "Parti"},
    }
    words = small_words(tmp_path / "locale", before)
    code = 'def said(texts):\n    texts.text("tea.heading")\n    texts.text("tea.milk")\n'
    assert update(uses_of(code, tmp_path), words)
    for info in LANGUAGES:
        text = (words / info.folder / "LC_MESSAGES" / "tea.po").read_text("utf-8")
        assert 'msgid "tea.milk"\nmsgstr ""' in text, info.tag
        assert "tea.gone" not in text, info.tag
        assert text.startswith("# SPDX"), info.tag
    said = [str(one) for one in findings(words, tmp_path) if one.place.startswith("en")]
    assert said == ["en/tea: tea.milk: is empty"]
    # Until somebody has written it, a language says it in English.
    path = words / "en" / "LC_MESSAGES" / "tea.po"
    path.write_text(
        path.read_text("utf-8").replace('"tea.milk"\nmsgstr ""', '"tea.milk"\nmsgstr "Milk"'), "utf-8"
    )
    made = {message.id: message.string for message in whole(language_info("fr"), words) if message.id}
    assert made == {"tea.heading": "Tea", "tea.milk": "Milk"}
    assert update(uses_of(code, tmp_path), words) == ()


def test_a_new_key_goes_where_its_likes_are() -> None:
    places = {"search.nothing": "find", "search.more": "find", "search.box.name": "fill"}
    assert area_for("search.less", places) == "find"
    assert area_for("search.box.hint", places) == "fill"
    assert area_for("wholly.different", places) == "new"


def test_code_and_catalogues_that_have_gone_apart_are_findings(tmp_path: Path) -> None:
    words = small_words(tmp_path / "locale", {info.tag: {"tea.old": "Tea"} for info in LANGUAGES})
    uses_of('def said(texts):\n    texts.text("tea.new")\n', tmp_path)
    said = [str(one) for one in findings(words, tmp_path)]
    assert "ui/pages/tea.py:2: tea.new: is in the code and in no catalogue" in said
    assert "en/tea: tea.old: is in the catalogue and not in the code" in said
