# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""AT-SPI as the system's own Python has it."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version must be named first

__all__ = ["Atspi", "GLib", "GoneError"]

GoneError = GLib.GError
"""The tree has changed under the client's hands, or the program does not answer."""
