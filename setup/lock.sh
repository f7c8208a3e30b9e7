#!/bin/sh
# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# Pins every package with its hashes. No header and no index, so that no registry's address enters the repository.
set -eu
uv=$1
pin() {
    out=$1
    shift
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
        pyproject.toml "$@" --output-file "requirements/$out"
}
pin run.lock --extra window --extra telemetry --extra sandbox
pin check.lock --extra window --extra telemetry --extra sandbox --extra check --extra check-window
pin check-without-window.lock --extra telemetry --extra sandbox --extra check
