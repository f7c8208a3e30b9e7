# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P25: however a visit ends, nothing of what was typed is left on the machine for the next citizen."""

import sys
from itertools import cycle, islice

from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.packed_words import NAMES
from tests.support.print_server import print_server
from tests.support.sandbox_town import running_town
from tests.support.visited_machine import visited_machine

ENDINGS = ("kill", "finish", "freeze", "abandon")
"""`kill` is kill -9, `freeze` a process that is stopped first and then killed, `abandon` is walking away."""

PLACES = (
    "memory",
    "arguments",
    "file log",
    "file runtime",
    "elsewhere",
    "clipboard",
    "primary",
    "supervisor",
    "file print/spool",
    *(f"file home/{name}" for name in NAMES),
)
"""Where the seeded fault leaves a word: a search that misses it in one of them is no search."""


def prove(trial: Trial) -> Verdict:
    """`number` visits to a real machine, each with words that nobody has typed before.

    Each of them prints their answers on a real CUPS server and takes the sheet along. After each, every process that
    lives is searched, with every file of ours and every one that was written anywhere on the machine meanwhile,
    deleted ones too, all of the print server's with its spool, the display and its clipboards: in UTF-8, UTF-16, UTF-32
    and base64, in archives and in the text of a PDF. While the person is still there, the same search must find them in
    their session and on their sheet, and never in the supervisor.

    The seeded fault leaves a word in every place, also packed in three ways, and has a print server that keeps jobs.
    """
    try:
        return _tried(trial)
    except PermissionError as refused:
        raise CannotRunError("only root may look into hardened processes") from refused


def _tried(trial: Trial) -> Verdict:
    missed, places, fields = 0, dict[str, int](), 0
    with (
        running_town(trial.folder) as town,
        print_server(trial.folder / "machine" / "print", keeps=trial.control) as printer,
        visited_machine(trial.folder, town.url, printer) as machine,
    ):
        for ending in islice(cycle(ENDINGS), trial.number):
            left = machine.visit(ending, planted=trial.control)
            fields += left.typed
            missed += not left.there or not left.printed
            for place, number in left.found.items():
                places[place] = places.get(place, 0) + number
                sys.stderr.write(f"{ending}: {place}: {number}\n")
        opened = machine.open_to_others()
    if trial.control:
        found = [one for one in PLACES if any(place.startswith(one) for place in places)]
        return Verdict(len(found) < len(PLACES), f"places found {len(found)} of {len(PLACES)}")
    for one in opened:
        sys.stderr.write(f"open to others: {one}\n")
    figures = f"visits {trial.number} words typed {fields} left behind {sum(places.values())}"
    figures += f" open to others {len(opened)}"
    return Verdict(bool(fields) and not missed and not places and not opened, figures)
