#!/bin/sh
# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Qt, the fonts, the voice and the tests need from Debian, or names the exact command for it.
# Packages that are there already are left alone, so the second call takes a fraction of a second.
set -eu
list=$(dirname "$0")/debian-packages.txt
command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is not a Debian system. Install what these Debian packages hold: $(tr '\n' ' ' <"$list")" >&2
    exit 0
}
missing=""
while read -r package; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done <"$list"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Type this once, then try again:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # a list of package names, to be split
apt-get install -y -qq --no-install-recommends $missing >/dev/null
