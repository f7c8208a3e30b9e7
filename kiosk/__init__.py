# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program: wiring, profile, processes, lanes and command line. It carries out what the core decides."""
