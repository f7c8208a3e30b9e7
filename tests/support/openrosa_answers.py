# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what an agency says to a submission by OpenRosa."""

from tests.support.town_wire import Answer

RESPONSE = "{http://openrosa.org/http/response}"


def reference(answer: Answer) -> str:
    """The reference as sandbox/README.md tells clients to read it."""
    message = answer.xml.find(f"{RESPONSE}message")
    assert message is not None
    assert message.get("nature") == "submit_success"
    return (message.text or "").rpartition(": ")[2]


def refusal(answer: Answer) -> str:
    """The words of a refusal."""
    message = answer.xml.find(f"{RESPONSE}message")
    assert message is not None
    assert message.get("nature") == "error"
    return message.text or ""
