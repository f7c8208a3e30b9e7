# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of Hindi: InScript, as the keyboards of India have it, or the varnamala with its vowel signs."""

from typing import Final

from ui.keyboard.letters.latin import LATIN, PUNCTUATION
from ui.keyboard.sheets import Alphabet, Sheet, row, rows

VOWEL_SIGNS: Final = row("ा ि ी ु ू ृ े ै ो ौ ं ँ ः ् ़ ॅ ॉ")
CONJUNCTS: Final = row("क्ष त्र ज्ञ श्र र्")

HINDI: Final = Alphabet(
    "क ख ग",
    rows("ौ ै ा ी ू ब ह ग द ज ड", "ो े ् ि ु प र क त च ट", "ं म न व ल स य ृ ़ ः ॉ"),
    rows("अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    (
        Sheet("१ २ ३", rows("१२३४५६७८९०-/")),
        Sheet("। , ?", rows("।॥.,-/'\":;()&+#@_?!॰₹%*=")),
        LATIN,
        PUNCTUATION,
    ),
    with_local=(Sheet("अ आ इ", (*rows("औऐआईऊभङघधझढञ", "ओएअइउफखथछठ", "ँणळशषॅऑऋऍ"), CONJUNCTS)),),
    with_alphabetical=(Sheet("◌ा ◌ि ◌ी", (VOWEL_SIGNS, (*CONJUNCTS, *row("ळऑऍ")))),),
)
