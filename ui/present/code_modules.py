# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the text of a code into its modules, dark or light; no picture yet."""

import segno

Modules = tuple[tuple[bool, ...], ...]


def code_modules(text: str) -> Modules:
    """The modules of a QR code (ISO/IEC 18004, error correction M) without its quiet zone, row by row."""
    made = segno.make(text, error="m", micro=False, boost_error=True)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
