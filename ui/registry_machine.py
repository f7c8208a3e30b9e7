# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a machine that has something the matter with it."""

from collections.abc import Mapping
from dataclasses import replace

from core.visit import pages as p
from core.visit.state import Visit


def machine_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it."""
    closed = replace(home, page=p.OutOfOrder(), trail=(), begun=False, connected=None)
    return {"out-of-order": closed, "help-out-of-order": replace(closed, over=p.Help())}
