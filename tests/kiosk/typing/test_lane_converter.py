# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard's questions go through a lane; a language that is missing is asked for once in a visit."""

from collections.abc import Callable

import pytest

from accessibility.typing.converter import Answer, Converter, Missing, NoConverter, Offer
from kiosk.lanes import InlineLane
from kiosk.session.typing import LaneConverter
from kiosk.typing.process import TypingProcess
from tests.support.engines import need_engine
from tests.support.readings import WideConverter
from ui.registry_typing import READINGS, MadeUpConverter


class Absent(TypingProcess):
    """A process on a machine without engines; counts its questions."""

    def __init__(self) -> None:
        super().__init__()
        self.questions = 0

    def answer(self, language: str, reading: str) -> Answer:
        self.questions += 1
        return Missing()


def asked(converter: Converter, language: str, reading: str) -> Answer:
    answers: list[Answer] = []
    converter.ask(language, reading, answers.append)
    (answer,) = answers
    return answer


def real() -> LaneConverter:
    need_engine("zh-Hans")
    need_engine("ja")
    return LaneConverter(InlineLane(), TypingProcess())


@pytest.mark.parametrize("make", [real, MadeUpConverter, WideConverter])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja"])
def test_every_converter_keeps_the_contract(make: Callable[[], Converter], language: str) -> None:
    """The real one, the one of the screens and the one of the tests."""
    converter = make()
    assert converter.serves(language)
    assert not converter.serves("en")
    assert asked(converter, language, "") == Offer()
    reading = READINGS[language.lower()]
    answer = asked(converter, language, reading)
    assert isinstance(answer, Offer)
    assert answer.choices
    assert all(one.text and 0 < one.taken <= len(reading) for one in answer.choices)
    if isinstance(converter, LaneConverter):
        converter.close()


@pytest.mark.parametrize(
    "make", [lambda: LaneConverter(InlineLane(), Absent()), lambda: MadeUpConverter(there=False), NoConverter]
)
@pytest.mark.parametrize("reading", ["", "ni"])
def test_every_converter_says_when_it_is_missing(make: Callable[[], Converter], reading: str) -> None:
    assert asked(make(), "zh-Hans", reading) == Missing()


def test_a_missing_language_is_asked_for_once() -> None:
    process = Absent()
    converter = LaneConverter(InlineLane(), process)
    for _ in range(3):
        assert asked(converter, "ja", "") == Missing()
    assert process.questions == 1
