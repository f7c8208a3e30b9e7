# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that is looked at on the machine around the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.staff.finding import Lack, Mend

INSTALL: Final = "install the package that `make deb` builds"


@dataclass(frozen=True, slots=True)
class Look:
    """`trouble` tells what is wrong beneath a root folder: empty where nothing is, None where it cannot be told there.

    `lack` and `to_do` say so in any language; `with_words` is the command or the setting in it.

    `by_image`: what only the image of a machine decides is worth knowing, and keeps nobody from using it.
    """

    what: str
    fine: str
    trouble: Callable[[Path], str | None]
    mend: str
    lack: Lack
    to_do: Mend | None = Mend.PACKAGE
    with_words: str = ""
    by_image: bool = False
