# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the conformance report in the OpenACR format (schema openacr 0.1.0), for other programs to read."""

from collections.abc import Sequence
from typing import Any

import yaml

from conformance.criteria import CATALOGUE, ORDER, chapter, component, in_order
from conformance.verdicts import WORDS, Level, Verdict, worst

TERMS = {
    Level.SUPPORTS: "supports",
    Level.PARTIALLY: "partially-supports",
    Level.DOES_NOT_SUPPORT: "does-not-support",
    Level.NOT_TESTED: "not-evaluated",
}
METHODS = (
    "Written by `make acr` from the results of the project's own tests. Each screen is drawn and checked once, in a "
    "sample of languages, sizes, colours and glass in which all pairs meet; tests of rules, parts and trips show the "
    "rest. Every screen in every look is part of the long run, whose results are not in here. Each run does a share of "
    "the services in each way of pressing; that every service can be done in every way was shown once for this version "
    "and these services, and is kept in long-run.json. No person with a disability has judged this release yet, and no "
    "screen reader, keypad, headphone socket or printer was used."
)


def report(verdicts: Sequence[Verdict], version: str) -> dict[str, Any]:
    """The report as plain data: one answer for each criterion that a requirement answers for."""
    return {
        "title": "Civic Kiosk Accessibility Conformance Report",
        "product": {
            "name": "Civic Kiosk",
            "version": version,
            "description": "An open client for public services, for kiosks and home computers.",
        },
        "author": {"name": "Civic Kiosk contributors", "email": "accessibility@civic-kiosk.example"},
        "vendor": {"name": "Civic Kiosk contributors", "email": "accessibility@civic-kiosk.example"},
        "version": 1,
        "notes": "Criteria that are not listed were not evaluated. Requirement ids are those of docs/conformance.",
        "evaluation_methods_used": METHODS,
        "license": "GPL-3.0-or-later",
        "catalog": CATALOGUE,
        "chapters": _chapters(verdicts),
    }


def written(verdicts: Sequence[Verdict], version: str) -> str:
    """The report as YAML."""
    head = (
        "# SPDX-FileCopyrightText: Civic Kiosk contributors\n#\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
    )
    body = yaml.safe_dump(report(verdicts, version), sort_keys=False, allow_unicode=True, width=110)
    return head + body


def _chapters(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    numbers = sorted({number for one in verdicts for number in one.requirement.criteria}, key=in_order)
    found: dict[str, Any] = {}
    for name in ORDER:
        criteria = [_criterion(number, verdicts) for number in numbers if chapter(number) == name]
        if criteria:
            found[name] = {"criteria": criteria}
    return found


def _criterion(number: str, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    answering = [one for one in verdicts if number in one.requirement.criteria]
    level = worst(one.level for one in answering)
    return {
        "num": number,
        "components": [
            {
                "name": component(number),
                "adherence": {"level": TERMS[level], "notes": " ".join(_note(one) for one in answering)},
            }
        ],
    }


def _note(verdict: Verdict) -> str:
    why = f" ({'; '.join(verdict.reasons)})" if verdict.reasons else ""
    note = f" Note: {verdict.requirement.note}." if verdict.requirement.note else ""
    return f"{verdict.requirement.id} {WORDS[verdict.level]}: {verdict.requirement.title}{why}.{note}"
