# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet that tells staff whether the printer prints, on the paper that is chosen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.ids import Language
from i18n.messages import Messages
from kiosk.clock import local
from kiosk.profile.model import Paper as Chosen
from ui.present.day_paper import DayPaper
from ui.present.moments import in_full

Table = Mapping[str, Any]


def pdf(paper: Table, town: Table, language: Language, now: float) -> bytes:
    """The sheet, made in memory. Needs the window's application for its fonts."""
    from ui.receipt.pdf import day_pdf
    from ui.receipt.sheets import Paper

    texts = Messages.load(language)
    moment = local(now)
    contents = DayPaper(
        language=language,
        town=str(town.get("name", "")),
        title=texts.text("profile.group.paper"),
        lines=(in_full(moment.timestamp(), moment, texts), texts.text("set_up.printed")),
    )
    return day_pdf(contents, Paper.ROLL_80 if paper.get("size") == Chosen.ROLL_80.value else Paper.A4)


def folder_of(paper: Table) -> Path | None:
    """Where paper comes as files, in place of a printer."""
    folder = paper.get("folder")
    return Path(folder).expanduser() if isinstance(folder, str) and folder else None
