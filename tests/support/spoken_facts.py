# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the voice is given for five facts in every language, and the same written out in words.

The facts: Saturday 28 November 2026; 9:05; 14:32; 1,250.50 euros; 12.5.
"""

from typing import Final

SPOKEN: Final = {
    "en": (
        (
            "Saturday the 28th of November 2026",
            "Saturday the twenty-eighth of November two thousand and twenty six",
        ),
        ("9 oh 5", "nine oh five"),
        ("14 32", "fourteen thirty two"),
        ("1250 euros and 50 cents", "one thousand two hundred and fifty euros and fifty cents"),
        ("12.5", "twelve point five"),
    ),
    "es": (
        ("sábado 28 de noviembre de 2026", "sábado veintiocho de noviembre de dos mil veintiséis"),
        ("9 y 5", "nueve y cinco"),
        ("14 y 32", "catorce y treinta y dos"),
        ("1250 euros con 50 céntimos", "mil doscientos cincuenta euros con cincuenta céntimos"),
        ("12,5", "doce coma cinco"),
    ),
    "ar": (
        ("السبت، 28 نوفمبر 2026", "السبت، ثمانية وعشرون نوفمبر ألفان وستة وعشرون"),
        ("التاسعة وخمس دقائق", "التاسعة وخمس دقائق"),
        ("الرابعة عشرة و32 دقيقة", "الرابعة عشرة واثنان وثلاثون دقيقة"),
        ("1250 يورو و50 سنتًا", "ألف ومئتان وخمسون يورو وخمسون سنتا"),
        ("12.5", "اثنا عشر فاصل خمسة"),
    ),
    "zh-Hans": (
        ("二〇二六年11月28日星期六", "二〇二六年十一月二十八日星期六"),
        ("9点零5分", "九点零五分"),
        ("14点32分", "十四点三十二分"),
        ("1250点5 0欧元", "一千二百五十点五零欧元"),
        ("12点5", "十二点五"),
    ),
    "fr": (
        ("samedi 28 novembre 2026", "samedi vingt-huit novembre deux mille vingt-six"),
        ("9 heures 5", "neuf heures cinq"),
        ("14 heures 32", "quatorze heures trente-deux"),
        ("1250 euros et 50 centimes", "mille deux cent cinquante euros et cinquante centimes"),
        ("12,5", "douze virgule cinq"),
    ),
    "pt": (
        ("sábado, 28 de novembro de 2026", "sábado, vinte e oito de novembro de dois mil e vinte e seis"),
        ("9 horas e 5 minutos", "nove horas e cinco minutos"),
        ("14 horas e 32 minutos", "catorze horas e trinta e dois minutos"),
        ("1250 Euros e 50 centavos", "mil duzentos e cinquenta Euros e cinquenta centavos"),
        ("12,5", "doze vírgula cinco"),
    ),
    "ru": (
        (
            "суббота, двадцать восьмого ноября две тысячи двадцать шестого года",
            "суббота, двадцать восьмого ноября две тысячи двадцать шестого года",
        ),
        ("9 ноль 5", "девять ноль пять"),
        ("14 32", "четырнадцать тридцать два"),
        ("1250 евро 50 центов", "одна тысяча двести пятьдесят евро пятьдесят центов"),
        ("12 запятая 5", "двенадцать запятая пять"),
    ),
    "uk": (
        (
            "субота, двадцять восьмого листопада дві тисячі двадцять шостого року",
            "субота, двадцять восьмого листопада дві тисячі двадцять шостого року",
        ),
        ("9 нуль 5", "дев’ять нуль п’ять"),
        ("14 32", "чотирнадцять тридцять два"),
        ("тисяча 250 євро 50 центів", "тисяча двісті п’ятдесят євро п’ятдесят центів"),
        ("12 кома 5", "дванадцять кома п’ять"),
    ),
    "fa": (
        ("شنبه 28 نوامبر 2026", "شنبه بیست و هشت نوامبر دو هزار و بیست و شش"),
        ("9 و 5 دقیقه", "نه و پنج دقیقه"),
        ("14 و 32 دقیقه", "چهارده و سی و دو دقیقه"),
        ("1250 یورو و 50 سنت", "هزار و دویست و پنجاه یورو و پنجاه سنت"),
        ("12.5", "دوازده نقطه پنج"),
    ),
    "hi": (
        ("शनिवार, 28 नवंबर 2026", "शनिवार, अट्ठाईस नवंबर दो हज़ार छब्बीस"),
        ("9 बजकर 5 मिनट", "नौ बजकर पाँच मिनट"),
        ("14 बजकर 32 मिनट", "चौदह बजकर बत्तीस मिनट"),
        ("1250 यूरो 50 सेंट", "एक हज़ार दो सौ पचास यूरो पचास सेंट"),
        ("12.5", "बारह दशमलव पाँच"),
    ),
    "vi": (
        (
            "Thứ Bảy, ngày 28 tháng 11 năm 2026",
            "Thứ Bảy, ngày hai mươi tám tháng mười một năm hai nghìn không trăm hai mươi sáu",
        ),
        ("9 giờ 5 phút", "chín giờ năm phút"),
        ("14 giờ 32 phút", "mười bốn giờ ba mươi hai phút"),
        ("1250 euro 50 xu", "một nghìn hai trăm năm mươi euro năm mươi xu"),
        ("12,5", "mười hai phẩy năm"),
    ),
    "zh-Hant": (
        ("二〇二六年11月28日 星期六", "二〇二六年十一月二十八日 星期六"),
        ("9點零5分", "九點零五分"),
        ("14點32分", "十四點三十二分"),
        ("1250點5 0 歐元", "一千二百五十點五零 歐元"),
        ("12點5", "十二點五"),
    ),
    "ja": (
        ("2026年11月28日土曜日", "二千二十六年十一月二十八日土曜日"),
        ("9時5分", "九時五分"),
        ("14時32分", "十四時三十二分"),
        ("1250.50ユーロ", "千二百五十点五零ユーロ"),
        ("12.5", "十二点五"),
    ),
    "ko": (
        ("2026년 11월 28일 토요일", "이천이십육년 십일월 이십팔일 토요일"),
        ("아홉 시 5분", "아홉 시 오분"),
        ("14 시 32분", "십사 시 삼십이분"),
        ("1250 점 5 0 유로", "천이백오십 점 오 영 유로"),
        ("12 점 5", "십이 점 오"),
    ),
}
"""Language → for each fact: what is said, and the words of it."""
