# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a criterion's number stands in the OpenACR catalogue that the report follows."""

from typing import Final

CATALOGUE: Final = "2.5-edition-wcag-2.2-508-eu-en"


def _numbers(words: str) -> frozenset[str]:
    return frozenset(words.split())


LEVEL_A: Final = _numbers(
    "1.1.1 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 "
    "2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2"
)
LEVEL_AA: Final = _numbers(
    "1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 "
    "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
)
LEVEL_AAA: Final = _numbers(
    "1.3.6 1.4.6 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 2.4.10 2.4.12 "
    "2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9"
)
ORDER: Final = (
    "success_criteria_level_a",
    "success_criteria_level_aa",
    "success_criteria_level_aaa",
    "functional_performance_criteria",
    "hardware",
    "software",
    "en_301_549_functional_performance",
    "en_301_549_generic_requirements",
    "en_301_549_software",
)
_BY_FIRST: Final = {
    "302": "functional_performance_criteria",
    "402": "hardware",
    "403": "hardware",
    "405": "hardware",
    "407": "hardware",
    "408": "hardware",
    "410": "hardware",
    "411": "hardware",
    "502": "software",
    "503": "software",
    "504": "software",
    "5": "en_301_549_generic_requirements",
    "11": "en_301_549_software",
}


def chapter(number: str) -> str:
    """The chapter of a criterion. KeyError for a number that the catalogue does not know."""
    if number in LEVEL_A:
        return ORDER[0]
    if number in LEVEL_AA:
        return ORDER[1]
    if number in LEVEL_AAA:
        return ORDER[2]
    if number.startswith("4.2."):
        return "en_301_549_functional_performance"
    return _BY_FIRST[number.split(".", 1)[0]]


def component(number: str) -> str:
    """What the answer is about: WCAG asks for software apart from documents, the other standards do not."""
    return "software" if chapter(number).startswith("success_criteria") else "none"


def in_order(number: str) -> tuple[int, ...]:
    """Sorts numbers as people count: 1.4.10 after 1.4.9."""
    return tuple(int(part) for part in number.split("."))
