# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The label of a field, for assistive technology: Qt ties it to a label beside it only, and ours are elsewhere."""

from PySide6.QtWidgets import QLabel, QWidget


class FieldLabel(QLabel):
    """Is never seen. What the field is called is read in the heading, or on the words over it.

    Its words are a name and no text: in the text of a label a `&` would make a key of the letter behind it.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.parentWidget())
        self.hide()
        self.setAccessibleName(field.accessibleName())
        self.setBuddy(field)
        field.destroyed.connect(self.deleteLater)

    def stay_beside(self, field: QWidget) -> None:
        """Follow the field to where it stands now."""
        if self.parentWidget() is not field.parentWidget():
            self.setParent(field.parentWidget())
