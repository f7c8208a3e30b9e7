# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes Python and PySide6 load the rest of a session without delay; to be called before they do."""

import builtins
import gc


def load_quickly() -> None:
    """Load Qt, and take two brakes off what is loaded after it.

    Until the first picture nothing is thrown away: `kiosk.session.process` switches the collector on again. And
    PySide6 puts a function of its own in the place of Python's import, which reads the source of every module to see
    whether that one wishes for a `__feature__`. None of ours does, and there are a hundred of them.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
