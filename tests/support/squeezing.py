# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares a number with a text that shows it in groups, or says it with pauses."""


def squeezed(text: str) -> str:
    """Letters and digits only, as they are written."""
    return "".join(sign for sign in text if sign.isalnum())
