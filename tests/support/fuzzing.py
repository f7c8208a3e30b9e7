# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches one parser for bytes that make it raise or hang, guided by the lines that they reach (libFuzzer, atheris).

`python -m tests.support.fuzzing TARGET SECONDS FOLDER`; status 0 when nothing was found, and what was found lies in
FOLDER. The target `planted` has a fault that a search finds only if it sees what it reaches.
"""

import importlib
import sys
from pathlib import Path
from typing import Any, Final

OURS: Final = ["accessibility", "core", "offline_cache", "services"]
SLOWEST_SECONDS: Final = 10
MOST_MEMORY_MIB: Final = 2_048
LONGEST: Final = 65_536
PLANTED: Final = "planted"


def planted(data: bytes) -> None:
    """Right only by one letter after the other: blindly, one in four thousand million."""
    for place, letter in enumerate(b"seal"):
        if data[place : place + 1] != bytes((letter,)):
            return
    raise RuntimeError("the planted fault")


def main(name: str, seconds: str, folder: str) -> None:
    """Search until something is found or the time is over; ends the process."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=OURS, enable_loader_override=False):
        targets = importlib.import_module("tests.support.fuzz_targets").TARGETS
    corpus = Path(folder) / "corpus"
    corpus.mkdir()
    if name == PLANTED:
        parse, seeds = atheris.instrument_func(planted), (b"xxxx",)
    else:
        parse, seeds = targets[name].parse, targets[name].seeds
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST_SECONDS}",
        f"-rss_limit_mb={MOST_MEMORY_MIB}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        str(corpus),
    ]

    def once(data: bytes) -> None:
        parse(data)

    atheris.Setup(words, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
