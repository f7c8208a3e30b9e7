# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said to somebody who has looked whether something is here now."""

from typing import assert_never

from core.visit.state import Looked, Visit
from i18n.messages import Messages


def looked(visit: Visit, texts: Messages) -> str:
    """What came of it; nothing while nobody has asked on this page."""
    match visit.looked:
        case None:
            return ""
        case Looked.NOTHING_NEW:
            return texts.text("news.nothing")
        case Looked.CHANGED:
            return texts.text("news.changed")
        case _:
            assert_never(visit.looked)
