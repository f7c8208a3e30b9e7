# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes one photo with the machine's camera, in a process of its own, and shows what the camera sees until then."""
