# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets `python -m sandbox` start the town; holds no other code."""

import sys

from sandbox.server import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
