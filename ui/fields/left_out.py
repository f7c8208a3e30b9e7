# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves a widget out of its page, or takes it in again, whichever part of a long page is shown now."""

from PySide6.QtWidgets import QWidget

from ui.page_frame_paging import PAGED_OUT


def leave_in(widget: QWidget, shown: bool) -> None:
    """Show a widget, or leave it out. What only waits on another part of the page counts as shown."""
    left_out = widget.isHidden() and not widget.property(PAGED_OUT)
    if left_out == shown:
        widget.setProperty(PAGED_OUT, False)
        widget.setVisible(shown)
