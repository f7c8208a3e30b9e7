# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays what the reference engines of form standards answered, and compares; not shipped with the program."""
