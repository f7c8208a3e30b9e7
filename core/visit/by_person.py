# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What marks an event as a person's own doing."""


class ByPerson:
    """Marks what a person does: it proves that somebody is there, and stops the voice."""

    __slots__ = ()
