# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps a profile from being used, in a sentence: in the editor, and for who has a file checked."""

from core.breach import Breach
from i18n.messages import Messages


def breach_words(breach: Breach, texts: Messages) -> str:
    """What is wrong, or what is allowed, and how to mend it."""
    return texts.text(f"profile.wrong.{breach.wrong.value}", **breach.values)
