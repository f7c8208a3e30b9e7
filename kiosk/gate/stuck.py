# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stops somebody on the way through a form."""


class StuckError(AssertionError):
    """They cannot go on as people do; the text says where and why, for the form's author."""
