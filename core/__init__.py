# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The domain in plain Python: it decides, and touches neither disk, network, clock nor screen."""
