# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Only the contest: `python -m bench.peers FOLDER [ROUNDS]`, FOLDER being that of the peers' benchmark."""

import os
import sys
from pathlib import Path

from bench.peers.contest import ROUNDS, measure

print("load of the machine: {:.1f}, {:.1f}, {:.1f}".format(*os.getloadavg()), flush=True)
for figure in measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS):
    print(figure.line(), flush=True)
