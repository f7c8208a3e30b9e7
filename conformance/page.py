# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the conformance report as a page that people can read."""

from collections.abc import Sequence
from typing import Final

from conformance.openacr import METHODS
from conformance.verdicts import WORDS, Level, Verdict

GROUPS: Final = {
    "SEE": "Seeing",
    "OPR": "Touching, keys, focus and switches",
    "SPK": "Hearing and speech",
    "AT": "The platform's assistive technology",
    "UND": "Understanding",
    "TIM": "Time",
    "PRV": "Privacy",
    "STF": "Staff and preferences",
}


MACHINE: Final = """\
What keeps people in the program and others out of the machine, and what the project's own tests show of it. Written by
`make acr`, like the [report on accessibility](conformance/README.md), from [its results](conformance/results.json): the
checks of a run fail where this page says more than the tests of that run show. `kiosk doctor` looks at the same on a
machine that runs (README, 'A machine that is nothing but a kiosk')."""


def machine(verdicts: Sequence[Verdict], version: str) -> str:
    """What is shown of the machine, as Markdown."""
    lines = ["# What keeps a kiosk a kiosk", "", f"Civic Kiosk {version}.", MACHINE, ""]
    lines += [
        f"- {WORDS[level]}: {sum(one.level is level for one in verdicts)} of {len(verdicts)}"
        for level in sorted(Level, reverse=True)
    ]
    lines += [
        "",
        "| id | what is asked | severity | what the tests show | by |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in verdicts:
        tests = sorted({*one.evidence.shown, *one.evidence.partly})
        lines.append(f"{_row(one)} {'; '.join(f'`{test}`' for test in tests)} |")
    return "\n".join(lines) + "\n"


def written(verdicts: Sequence[Verdict], version: str) -> str:
    """The report as Markdown."""
    lines = [
        "# Accessibility conformance report",
        "",
        f"Civic Kiosk {version}. {METHODS}",
        "",
        "The same report for other programs is in [openacr.yaml](openacr.yaml); what each test has shown is in",
        "[results.json](results.json), and what was shown once for this version in [long-run.json](long-run.json).",
        "A blocker must be true before a release.",
        "",
        "| | blocker | major | minor |",
        "| --- | --- | --- | --- |",
    ]
    for level in sorted(Level, reverse=True):
        counts = [
            sum(one.level is level and one.requirement.severity == severity for one in verdicts)
            for severity in ("blocker", "major", "minor")
        ]
        lines.append(f"| {WORDS[level]} | " + " | ".join(map(str, counts)) + " |")
    for prefix, title in GROUPS.items():
        lines += [
            "",
            f"## {title}",
            "",
            "| id | what is asked | severity | what the tests show |",
            "| --- | --- | --- | --- |",
        ]
        lines += [_row(one) for one in verdicts if one.requirement.id.split("-")[0] == prefix]
    return "\n".join(lines) + "\n"


def _row(verdict: Verdict) -> str:
    asked = verdict.requirement
    said = f"**{WORDS[verdict.level]}**"
    if verdict.reasons:
        said += ": " + "; ".join(reason.replace("|", "/") for reason in verdict.reasons)
    if asked.note:
        said += f" ({asked.note})"
    return f"| {asked.id} | {asked.title} ({asked.clause}) | {asked.severity} | {said} |"
