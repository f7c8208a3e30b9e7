# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program never says, by language: officialese, blame, and a familiar "you" (UND-02)."""

BANNED = {
    "en": r"\b(please be advised|invalid|error|failed|failure|session|submit\w*|oops|sorry|log ?(in|out)|user|"
    r"mandatory|applicable|pending|administrator|expired?|click|input|successful\w*)\b",
    "es": r"\b(inválid\w+|error(es)?|fall(ó|o|ado|ido)|sesión|someter|ups|lo sentimos|usuari[oa]s?|obligatori\w+|"
    r"pendiente|administrador\w*|expirad\w+|caducad\w+|clic|haga click|tu|tus|tú|te|vosotr\w+|éxito)\b",
    "ar": r"(خطأ|فشل|غير صالح|الجلسة|جلسة|عذر|للأسف|المستخدم|إلزامي|انقر|بنجاح|تسجيل الخروج)",
    "zh-Hans": r"(错误|失败|无效|会话|提交|抱歉|对不起|用户|必填|点击|管理员|过期|成功|你)",
    "zh-Hant": r"(錯誤|失敗|無效|工作階段|提交|抱歉|對不起|使用者|用戶|必填|點擊|管理員|過期|成功|你)",
    "fr": r"\b(invalides?|erreurs?|échec|échoué\w*|sessions?|soum(is|ise|ettre|ettez)|oups|désolé\w*|utilisateur\w*|"
    r"obligatoires?|administrateur\w*|expirée?s?|cliqu\w+|tu|ton|toi|avec succès)\b",
    "pt": r"\b(inválid\w+|erros?|falh(a|as|ou|ado)|sessão|submet\w+|ops|desculpe|usuári[oa]s?|utilizador\w*|"
    r"obrigatóri\w+|pendentes?|administrador\w*|expirad\w+|cliqu\w+|clicar|tu|teus?|tuas?|você|sucesso)\b",
    "ru": r"\b(ошибк\w+|неверн\w+|недействительн\w+|сесси\w+|сеанс\w*|извините|к сожалению|пользовател\w+|"
    r"обязательн\w+|кликн\w+|щ[её]лкн\w+|администратор\w*|истекш\w+|успешно|ты|тебе|тебя|твой)\b",
    "uk": r"\b(помилк\w+|невірн\w+|недійсн\w+|сесі\w+|сеанс\w*|вибачте|на жаль|користувач\w*|обов.язков\w+|"
    r"клацн\w+|адміністратор\w*|успішно|ти|тобі|тебе|твій)\b",
    "fa": r"(خطا|نامعتبر|ناموفق|نشست|متأسف|کاربر|الزامی|کلیک|مدیر سیستم|موفقیت)",
    "hi": r"(त्रुटि|अमान्य|विफल|सत्र|क्षमा करें|खेद|उपयोगकर्ता|अनिवार्य|क्लिक|प्रशासक|सफलतापूर्वक|\bतुम\b|\bतू\b)",
    "vi": r"\b(lỗi|không hợp lệ|"
    r"thất bại|phiên làm việc|xin lỗi|người dùng|bắt buộc|nhấp|quản trị viên|hết hạn|thành công|"
    r"bạn|mày)\b",
    "ja": r"(エラー|失敗|無効|セッション|申し訳|すみません|ユーザー|必須|クリック|管理者|期限切れ|成功)",
    "ko": r"(오류|에러|실패|세션|죄송|사용자|필수|클릭|관리자|만료|성공)",
}

RECEIPT = {
    "en": r"\b(submitted|receipt)\b",
    "es": r"\brecibo\b",
    "ar": r"إيصال",
    "zh-Hans": r"回执",
    "zh-Hant": r"回條|回執|收據",
    "fr": r"\b(reçu de|récépissé|accusé de réception)\b",
    "pt": r"\b(recibo|comprovativo|comprovante)\b",
    "ru": r"\b(квитанци\w+|расписк\w+)\b",
    "uk": r"\b(квитанці\w+|розписк\w+)\b",
    "fa": r"\bرسید\b",
    "hi": r"रसीद",
    "vi": r"\b(biên nhận|giấy biên nhận)\b",
    "ja": r"(受付票|受領書|受取証|控え)",
    "ko": r"(접수증|영수증)",
}
"""A word that claims the office has it; it may not stand before the office answered."""

STOPS = {"zh-Hans": "。", "zh-Hant": "。", "ja": "。", "hi": "।"}
"""What ends a sentence, where it is not a full stop."""

CJK = frozenset({"zh-Hans", "zh-Hant", "ja"})
"""Written without spaces between words."""
