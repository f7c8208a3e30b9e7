# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting as a row of a page: its changes as buttons that report."""

from accessibility.qt.look import Look
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button
from ui.parts.setting_row import SettingRow
from ui.present.comfort_rows import ComfortRow


def setting_row(look: Look, row: ComfortRow, send: Send) -> SettingRow:
    """The row, with a button for each change."""
    buttons = []
    for change in row.changes:
        # The same word stands on several rows; a name that begins with it also says which row it is.
        said = f"{change.text}: {row.title}"
        button = Button(look, change.text, change.picture or None, accessible_name=said, wide=True)
        reports(button, change.name, change.wished, send)
        buttons.append(button)
    return SettingRow(look, row.title, row.value, buttons, steps=row.steps)
