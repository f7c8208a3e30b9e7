# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machines of the registry's screens, on which tests show theirs."""

from ui.registry_setting import HERE as HERE
from ui.registry_setting import a_kiosk as a_kiosk
from ui.registry_setting import at_home as at_home
