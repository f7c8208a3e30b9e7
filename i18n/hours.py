# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening hours in words: days that are open alike are said together (HSDS 3 `schedule`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from i18n.direction import within
from i18n.formats import list_join, weekday

_A_MONDAY = date(2024, 1, 1)


class OpenTimes(Protocol):
    """Weekdays (1 Monday to 7 Sunday) and local times as `HH:MM`."""

    @property
    def days(self) -> tuple[int, ...]: ...  # noqa: D102

    @property
    def opens(self) -> str: ...  # noqa: D102

    @property
    def closes(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class _Words:
    days: str
    times: str
    line: str
    lines: str


_ENGLISH = _Words("{first} to {last}", "{opens} to {closes}", "{days}, {times}", "; ")
_WORDLESS = _Words("{first} – {last}", "{opens}–{closes}", "{days}, {times}", "; ")
"""For languages that did not come with the program: days and times only, no English words between them."""

_WORDS = {
    "en": _ENGLISH,
    "es": _Words("de {first} a {last}", "de {opens} a {closes}", "{days}, {times}", "; "),
    "ar": _Words("من {first} إلى {last}", "من {opens} إلى {closes}", "{days}، {times}", "؛ "),
    "zh-Hans": _Words("{first}至{last}", "{opens} 至 {closes}", "{days} {times}", "；"),
    "zh-Hant": _Words("{first}至{last}", "{opens} 至 {closes}", "{days} {times}", "；"),
    "fr": _Words("du {first} au {last}", "de {opens} à {closes}", "{days}, {times}", " ; "),
    "pt": _Words("de {first} a {last}", "das {opens} às {closes}", "{days}, {times}", "; "),
    # Dashes, because "from Monday" would need another form of the day's name than the one that CLDR has.
    "ru": _Words("{first} – {last}", "с {opens} до {closes}", "{days}, {times}", "; "),
    "uk": _Words("{first} – {last}", "з {opens} до {closes}", "{days}, {times}", "; "),
    "fa": _Words("از {first} تا {last}", "از {opens} تا {closes}", "{days}، {times}", "؛ "),
    "hi": _Words("{first} से {last}", "{opens} से {closes} तक", "{days}, {times}", "; "),
    "vi": _Words("{first} đến {last}", "từ {opens} đến {closes}", "{days}, {times}", "; "),
    "ja": _Words("{first}から{last}", "{opens}から{closes}まで", "{days}、{times}", "。"),
    "ko": _Words("{first}부터 {last}까지", "{opens}부터 {closes}까지", "{days} {times}", "; "),
}


def hours(times: Iterable[OpenTimes], language: str) -> str:
    """`Monday to Friday, 9:00 to 16:00; Saturday, 9:00 to 12:00`. Empty when nothing is known."""
    words = _WORDS.get(language, _ENGLISH if language.startswith("en") else _WORDLESS)
    alike: dict[tuple[int, ...], list[str]] = {}
    for one in times:
        span = words.times.format(opens=_clock(one.opens, language), closes=_clock(one.closes, language))
        alike.setdefault(tuple(sorted(set(one.days))), []).append(span)
    lines = [
        words.line.format(days=_days(days, words, language), times=list_join(spans, language))
        for days, spans in alike.items()
        if days
    ]
    text = words.lines.join(lines)
    return text[:1].upper() + text[1:]


def _days(days: Sequence[int], words: _Words, language: str) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = []
    for run in runs:
        if len(run) > 2:
            names.append(words.days.format(first=_name(run[0], language), last=_name(run[-1], language)))
        else:
            names.extend(_name(day, language) for day in run)
    return list_join(names, language)


def _name(day: int, language: str) -> str:
    return weekday(_A_MONDAY + timedelta(days=day - 1), language)


def _clock(text: str, language: str) -> str:
    hour, _, minute = text.partition(":")
    return within(f"{int(hour)}:{minute}", language) if hour.isdecimal() and minute else text
