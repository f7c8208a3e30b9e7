# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts the XLSForm sources in forms/ to the XForms beside them; the only part that needs pyxform."""

import sys
from pathlib import Path

from pyxform.xls2xform import convert

from sandbox.form_files import FORMS_FOLDER

PYXFORM_LIMIT = (
    "do not contain valid machine-readable codes: 简体中文 (zh-Hans). "
    "Learn more: http://xlsform.org#multiple-language-support"
)


def converted(source: Path) -> str:
    """The XForm of one XLSForm source (CSV with the sheets survey, choices and settings).

    Raises ValueError when pyxform warns: a missing translation is a mistake in these forms.
    """
    result = convert(xlsform=source, validate=False, pretty_print=True)
    # pyxform knows two- and three-letter codes only; zh-Hans is right by BCP 47 all the same.
    warnings = [warning for warning in result.warnings if not warning.endswith(PYXFORM_LIMIT)]
    if warnings:
        raise ValueError(f"{source.name}: {'; '.join(warnings)}")
    return str(result.xform)


def main() -> int:
    """Convert every source; names each file whose XForm has changed."""
    for source in sorted(FORMS_FOLDER.glob("*.csv")):
        target = source.with_suffix(".xml")
        xform = converted(source)
        if not target.exists() or target.read_text(encoding="utf-8") != xform:
            target.write_text(xform, encoding="utf-8")
            sys.stdout.write(f"{target.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
