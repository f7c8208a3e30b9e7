# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of services, as lists show them."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.mark import Mark
from ui.parts.rows import ResultRow
from ui.present.service_rows import ServiceRow


def service_row(look: Look, row: ServiceRow, send: Send) -> QWidget:
    """One service to press."""
    widget = ResultRow(
        look,
        row.picture,
        row.name.text,
        "" if large.is_very_large(look) else row.facts,
        Mark(look, row.mark.text, row.mark.kind, row.mark.picture),
        language=row.name.language,
    )
    return reports(widget, f"service.{row.service}", e.ServiceChosen(row.service), send)
