# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a form being filled what is asked, and which rules are broken."""

from core.forms.entry import Entry


def asked(entry: Entry) -> list[str]:
    return [question.path.removeprefix("/data/") for question in entry.pages()]


def rules(entry: Entry) -> list[tuple[str, str]]:
    return [(one.path.removeprefix("/data/"), one.rule or one.key) for one in entry.problems()]
