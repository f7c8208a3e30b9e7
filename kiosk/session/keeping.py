# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a machine at home keeps what is its person's own. A kiosk, and a trial, keep nothing."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session.own_settings import OwnSettings
from kiosk.session.setting import usual_preferences
from kiosk.store_folder import folder_of


def keeps(profile: Profile, order: link.Order) -> bool:
    """Whether anything outlasts a visit here."""
    return profile.at_home and not order.trial


def own_settings(profile: Profile, order: link.Order) -> OwnSettings:
    """The settings that are there again the next time; an order that names no folder yet means the usual one."""
    folder = Path(order.folder) if order.folder else folder_of(profile)
    return OwnSettings(folder if keeps(profile, order) else None, usual_preferences(profile))


def saved_cards(profile: Profile, order: link.Order) -> Path | None:
    """The folder for settings saved as a file."""
    if not keeps(profile, order):
        return None
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
