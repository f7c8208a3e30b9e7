# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two language packs for tests: Polish with the first pages, and Urdu with a few sentences, from right to left."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from i18n.languages import withdraw
from i18n.packs import Pack, offer_packs
from tests.support.small_words import Sentences

POLISH_FACTS = """\
tag = "pl"
own_name = "Polski"
direction = "ltr"
script = "latin"
locale = "pl"
font = "Noto Sans"
voice = "pl"
greeting = "Dzień dobry"
larger = "Większe i wolniej"
letters = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
rows = ["qwertyuiopęó", "asdfghjklłąś", "zxcvbnmżźćń"]
"""
POLISH: Sentences = {
    "welcome.heading": "Czego potrzebujesz dziś od miasta?",
    "welcome.choose": "Wybierz język, aby zacząć",
    "welcome.more_languages": "Więcej języków",
    "welcome.larger": "Większe i wolniej",
    "welcome.usual_size": "Zwykły rozmiar i tempo",
    "welcome.forgets": "Ta maszyna zapomina o Tobie na końcu. Po przerwie ({time}) pyta, czy jeszcze tu jesteś.",
    "welcome.speaks": "Naciśnij Czytaj na głos, aby usłyszeć stronę. Wszystko można też zrobić z klawiatury.",
    "home.heading": "Co dzieje się w Twoim życiu?",
    "home.search": "Napisz to własnymi słowami",
    "home.more": "Więcej wydarzeń życiowych",
    "home.more_note": "Wszystkie ({count}), po nazwie",
    "home.check": "Sprawdź wniosek",
    "home.danger": "Zagrożenie? Naciśnij Pomoc człowieka albo zadzwoń: {number}.",
    "fact.cost": "Koszt",
    "fact.answer": "Odpowiedź",
    "fact.free": "Bezpłatnie",
    "fact.at_once": "Od razu",
    "fact.within": ("W ciągu {n} dnia", "W ciągu {n} dni", "W ciągu {n} dni", "W ciągu {n} dnia"),
    "language.heading": "Wybierz swój język",
    "language.note": "Twoje odpowiedzi zostają bez zmian.",
    "language.stay": "Wróć",
    "language.partly": "{language}: przetłumaczono {share} na 100 zdań. Pozostałe są po angielsku.",
    "bar.back": "Wstecz",
    "bar.help": "Pomoc człowieka",
    "bar.help_short": "Człowiek",
    "bar.read": "Czytaj na głos",
    "bar.read_short": "Słuchaj",
    "bar.stop": "Przestań czytać",
    "bar.settings": "Ustawienia",
    "bar.language": "Język",
    "bar.finish": "Zakończ",
    "paper.title_received": "Potwierdzenie",
    "paper.received": "Otrzymano: {name}",
    "paper.number": "Twój numer",
    "paper.next": "Co będzie dalej",
    "masthead.services": "Usługi publiczne",
    "masthead.connected": "Połączono",
    "masthead.no_network": "Brak sieci",
}

URDU_FACTS = """\
tag = "ur"
own_name = "اردو"
direction = "rtl"
voice = "ur"
greeting = "خوش آمدید"
letters = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہھءیے"
"""
URDU: Sentences = {
    "welcome.heading": "آج آپ کو شہر سے کیا چاہیے؟",
    "welcome.choose": "شروع کرنے کے لیے اپنی زبان چنیں",
    "home.heading": "آپ کی زندگی میں کیا ہو رہا ہے؟",
    "language.heading": "اپنی زبان چنیں",
    "bar.back": "واپس",
}


def write_pack(
    place: Path,
    name: str,
    facts: str,
    sentences: Mapping[str, str | tuple[str, ...]],
    *,
    binary: bool = False,
) -> Path:
    """Write a pack's folder into `place`."""
    folder = place / name
    folder.mkdir(parents=True)
    (folder / "language.toml").write_text(facts, "utf-8")
    catalogue = Catalog(locale=name, charset="utf-8")
    for key, said in sentences.items():
        catalogue.add(key if isinstance(said, str) else (key, key), said)
    file = BytesIO()
    (write_mo if binary else write_po)(file, catalogue)
    (folder / f"words.{'mo' if binary else 'po'}").write_bytes(file.getvalue())
    return folder


@contextmanager
def made_up_packs(place: Path) -> Iterator[None]:
    """Polish and Urdu can be chosen while this lasts."""
    write_pack(place, "pl", POLISH_FACTS, POLISH)
    write_pack(place, "ur", URDU_FACTS, URDU, binary=True)
    found = offer_packs([place])
    try:
        assert [pack.info.tag for pack in found if isinstance(pack, Pack)] == ["pl", "ur"], found
        yield
    finally:
        for pack in found:
            if isinstance(pack, Pack):
                withdraw(pack.info.tag)
