# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several tests share: a town to talk to, fakes that passed a contract, recorded answers."""
