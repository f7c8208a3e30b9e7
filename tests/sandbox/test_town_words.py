# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the services and forms that come along are as plain as the program's own, errors included (UND-02)."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import sandbox
from i18n.plain_words import BANNED
from tests.support.plain_sentences import SHOUTING, too_long

TOWN: Final = Path(sandbox.__file__).parent
TAGS: Final = ("en", "es", "ar", "zh-Hans")
COLUMN: Final = re.compile(r"::.*\(([\w-]+)\)\Z")

OF_THE_MATTER: Final = {
    "en": r"\bsorry\b",
    "es": r"\bcaducad\w+",
    "ar": "",
    "zh-Hans": "过期",
}
"""What the program itself never says and is the matter here: a card out of date, a person who has died."""

NOT_SHOWN: Final = ("keywords",)
"""What people type, which is compared and shown nowhere."""


def said(language: str) -> list[str]:
    """Every text of the town in a language."""
    texts = [text for file in sorted((TOWN / "forms").glob("*.csv")) for text in _cells(file, language)]
    for folder in ("town", "definitions"):
        for file in sorted((TOWN / folder).glob("*.json")):
            texts += _strings(json.loads(file.read_bytes()), language)
    return texts


def _cells(file: Path, language: str) -> Iterator[str]:
    columns: list[int] = []
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            tags = [COLUMN.search(cell) for cell in row]
            if any(tags):
                columns = [place for place, tag in enumerate(tags) if tag and tag[1] == language]
            else:
                yield from (row[place] for place in columns if place < len(row) and row[place])


def _strings(found: object, language: str) -> Iterator[str]:
    match found:
        case dict():
            for name, value in found.items():
                if name == language and isinstance(value, str):
                    yield value
                elif name not in NOT_SHOWN:
                    yield from _strings(value, language)
        case list():
            for value in found:
                yield from _strings(value, language)
        case _:
            pass


@pytest.mark.requirement("UND-02", part="short sentences and no officialese in the forms that come along")
@pytest.mark.parametrize("language", TAGS)
def test_the_towns_sentences_are_short_and_plain(language: str) -> None:
    texts = said(language)
    assert len(texts) > 700
    banned, allowed = re.compile(BANNED[language], re.IGNORECASE), OF_THE_MATTER[language]
    assert [text for text in texts if too_long(text, language)] == []
    assert [text for text in texts if SHOUTING.search(text)] == []
    assert [text for text in texts if banned.search(re.sub(allowed, "", text) if allowed else text)] == []


def test_a_form_that_speaks_like_an_office_is_noticed() -> None:
    """The trap: sentences as offices write them."""
    assert too_long(
        "You are kindly requested to provide the number and date of issue and also the date of end of the "
        "document named above.",
        "en",
    )
    assert too_long("请您在收到本通知之日起三十个工作日之内向有关主管部门提供上述证明材料。", "zh-Hans")
    assert re.search(BANNED["es"], "Campo obligatorio", re.IGNORECASE)
    assert "Write an answer to go on." in said("en")
