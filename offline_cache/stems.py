# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts endings off words, lightly: enough that a plural or a verb form finds its noun, too little to hurt."""

_ARABIC_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
_ARABIC_ENDINGS = ("ات", "ون", "ين", "ان", "ها", "يه", "ه", "ي")
_ENGLISH_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiouy")


def without_article(word: str, least: int) -> str:
    """An Arabic word without its article and what is joined to it, if `least` letters are left."""
    for article in _ARABIC_ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= least:
            return word[len(article) :]
    return word


def arabic_stem(word: str) -> str:
    """Article and one ending off a folded Arabic word, after the light stemmers for Arabic retrieval."""
    stem = without_article(word, 3)
    for ending in _ARABIC_ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem[: -len(ending)]
    return stem


def english_stem(word: str) -> str:
    """Plural, -ing, -ed, -al and a last e or y off a folded English word."""
    stem = _english_singular(word)
    for ending in ("ing", "ed", "al"):
        rest = stem.removesuffix(ending)
        if rest != stem and len(rest) >= 3 and _VOWELS & set(rest):
            doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
            stem = rest[:-1] if doubled else rest
            break
    if len(stem) > 3 and stem.endswith("e"):
        return stem[:-1]
    if len(stem) > 2 and stem.endswith("y"):
        return stem[:-1] + "i"
    return stem


def spanish_stem(word: str) -> str:
    """Plural, gender, the infinitive's ending and -ación off a folded Spanish word."""
    stem = word
    if len(stem) > 4 and stem.endswith("ces"):
        stem = stem[:-3] + "z"
    elif len(stem) > 4 and stem.endswith("es") and stem[-3] not in _VOWELS:
        stem = stem[:-2]
    elif len(stem) > 3 and stem.endswith("s"):
        stem = stem[:-1]
    for ending in ("acion", "cion", "ar", "er", "ir"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            return stem[: -len(ending)]
    if len(stem) > 3 and stem[-1] in "aeo":
        return stem[:-1]
    return stem


def _english_singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[:-2].endswith(_ENGLISH_SIBILANTS):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
