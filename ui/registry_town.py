# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A town made up for the registry of screens: sixteen life events, six services, in four languages."""

from decimal import Decimal

from core.catalogue import (
    Catalogue,
    Channel,
    ChannelKind,
    Cost,
    Event,
    EventKind,
    Evidence,
    Hours,
    PublicOrganisation,
    PublicService,
)
from core.ids import EventId, FormId, OrganisationId, ServiceId
from core.text import LocalisedText

REGISTRY = OrganisationId("https://bay.example/org/registry")
PENSIONS = OrganisationId("https://bay.example/org/pensions")
COURT = OrganisationId("https://bay.example/org/court")
HANDS = OrganisationId("https://bay.example/org/helping-hands")

REGISTRY_API = "https://bay.example/api/registry"
PENSIONS_API = "https://bay.example/api/pensions"
HANDS_API = "https://bay.example/api/hands"

OPEN = (Hours((1, 2, 3, 4, 5), "09:00", "16:00"),)


def said(en: str, es: str, ar: str, zh: str) -> LocalisedText:
    """One text in the four languages."""
    return LocalisedText.of({"en": en, "es": es, "ar": ar, "zh-Hans": zh})


def event_id(name: str) -> EventId:
    """The id of a life event."""
    return EventId(f"https://bay.example/event/{name}")


def service_id(name: str) -> ServiceId:
    """The id of a service."""
    return ServiceId(f"https://bay.example/service/{name}")


_EVENTS = (
    ("birth", said("A child is born", "Nace un bebé", "ولادة طفل", "孩子出生"),
     said("Birth, leave, money", "Registro, permiso, ayudas", "شهادة، إجازة، دعم", "出生、假期、补助")),
    ("family", said("Family and marriage", "Familia y pareja", "الأسرة والزواج", "家庭和婚姻"),
     said("Papers for two", "Papeles para dos", "أوراق لاثنين", "两个人的文件")),
    ("moving-home", said("Moving home", "Cambio de casa", "الانتقال إلى سكن", "搬家"),
     said("Address, school, bins", "Dirección, colegio, basura", "عنوان، مدرسة", "地址、学校、垃圾")),
    ("learning", said("School and learning", "Colegio y estudios", "المدرسة والتعلم", "上学和学习"),
     said("Places and courses", "Plazas y cursos", "مقاعد ودورات", "学位和课程")),
    ("work", said("Work", "Trabajo", "العمل", "工作"),
     said("Lost it or looking", "Perdido o en busca", "فقدانه أو البحث عنه", "失业或找工作")),
    ("business", said("Starting a business", "Abrir un negocio", "بدء عمل تجاري", "开店创业"),
     said("Permits and tax", "Permisos e impuestos", "تصاريح وضرائب", "许可和税")),
    ("death", said("Someone has died", "Alguien ha fallecido", "وفاة شخص قريب", "有人去世"),
     said("First steps, papers", "Primeros pasos, papeles", "الخطوات الأولى", "先做什么、文件")),
    ("care", said("Growing older", "Hacerse mayor", "التقدم في العمر", "年老生活"),
     said("Care, pension, help", "Cuidados, pensión, ayuda", "رعاية، معاش", "照料、养老金、帮助")),
    ("health", said("Illness and health", "Enfermedad y salud", "المرض والصحة", "生病和健康"),
     said("Card and sick pay", "Tarjeta y baja", "البطاقة وأجر المرض", "健康卡和病假")),
    ("disability", said("Living with a disability", "Vivir con discapacidad", "الحياة مع إعاقة", "残疾生活"),
     said("Help and money", "Ayuda y dinero", "مساعدة ودعم", "帮助和补助")),
    ("documents", said("Papers and cards", "Papeles y tarjetas", "الأوراق والبطاقات", "证件"),
     said("Lost, stolen, new", "Perdidos o nuevos", "مفقودة أو جديدة", "丢失、更换")),
    ("money-taxes", said("Money and taxes", "Dinero e impuestos", "المال والضرائب", "钱和税"),
     said("Pay or get back", "Pagar o recuperar", "دفع أو استرداد", "缴税和退税")),
    ("new-country", said("New in this country", "Recién llegados", "جديد في هذا البلد", "初到本国"),
     said("First papers", "Primeros papeles", "الأوراق الأولى", "第一批文件")),
    ("travel", said("Travelling", "Viajar", "السفر", "旅行"),
     said("Passport, visa", "Pasaporte, visado", "جواز، تأشيرة", "护照、签证")),
    ("wedding", said("Getting married", "Casarse", "الزواج", "结婚"),
     said("Notice and day", "Aviso y fecha", "الإشعار والموعد", "登记和日子")),
    ("report-problem", said("Something is broken", "Algo está roto", "شيء معطل", "有东西坏了"),
     said("Street, light, water", "Calle, luz, agua", "شارع، إنارة، ماء", "道路、路灯、水")),
)  # fmt: skip


def town() -> Catalogue:
    """The catalogue: services that work here, leave later, are not here yet, or need a counter."""
    organisations = (
        PublicOrganisation(
            REGISTRY,
            said("Registry Office", "Registro Civil", "مكتب السجل", "登记处"),
            place=said("2 Quay Street", "Quay Street 2", "2 شارع كواي", "码头街2号"),
            hours=OPEN,
        ),
        PublicOrganisation(PENSIONS, said("Pension Fund", "Caja de Pensiones", "صندوق المعاشات", "养老基金")),
        PublicOrganisation(COURT, said("Town Court", "Juzgado", "محكمة المدينة", "本市法院"), hours=OPEN),
        PublicOrganisation(
            HANDS,
            said("Helping Hands", "Manos Amigas", "الأيادي المعينة", "援手社"),
            partner=True,
        ),
    )
    events = (
        Event(event_id(name), EventKind.BUSINESS if name == "business" else EventKind.LIFE, title, note, name)
        for name, title, note in _EVENTS
    )
    services = (_moved(), _death(), _pension(), _card(), _will(), _home_help())
    return Catalogue(
        services={service.id: service for service in services},
        events={event.id: event for event in events},
        organisations={organisation.id: organisation for organisation in organisations},
        version="registry",
    )


def _free() -> tuple[Cost, ...]:
    return (Cost(Decimal(0)),)


def _moved() -> PublicService:
    return PublicService(
        service_id("moved"),
        said("Tell us you have moved", "Avísenos de su mudanza", "أخبرنا بانتقالك", "告诉我们您搬家了"),
        said(
            "One form tells the Registry, the tax office and the school. You give your address once.",
            "Un formulario avisa al Registro, a Impuestos y al colegio. Da su dirección una vez.",
            "نموذج واحد يخبر السجل والضرائب والمدرسة. تكتب عنوانك مرة واحدة.",
            "填一张表，登记处、税务局和学校都会知道。地址只填一次。",
        ),
        REGISTRY,
        events=(event_id("moving-home"),),
        channels=(
            Channel("moved-1", ChannelKind.OPENROSA, REGISTRY, REGISTRY_API, FormId("moved")),
            Channel("moved-2", ChannelKind.COUNTER, REGISTRY, hours=OPEN),
        ),
        costs=_free(),
        evidence=(Evidence("card", said("Your identity card", "Su carné", "بطاقة هويتك", "您的身份证")),),
        outputs=(said("A letter that confirms it", "Una carta que lo confirma", "رسالة تؤكد ذلك", "确认信"),),
        processing_days=5,
    )


def _death() -> PublicService:
    return PublicService(
        service_id("death"),
        said("Register a death", "Inscribir una defunción", "تسجيل وفاة", "登记死亡"),
        said(
            "Tell the Registry that somebody has died. You get the certificate by post.",
            "Comunique al Registro un fallecimiento. El certificado llega por correo.",
            "أخبر السجل بالوفاة. تصلك الشهادة بالبريد.",
            "告诉登记处有人去世。证明会寄给您。",
        ),
        REGISTRY,
        events=(event_id("death"),),
        channels=(Channel("death-1", ChannelKind.OPENROSA, REGISTRY, REGISTRY_API, FormId("death")),),
        costs=_free(),
        rules=(said("Within 5 days.", "En un plazo de 5 días.", "خلال 5 أيام.", "请在5天内办理。"),),
        processing_days=1,
    )


def _pension() -> PublicService:
    return PublicService(
        service_id("pension"),
        said("Pension for a widow or widower", "Pensión de viudedad", "معاش الأرمل أو الأرملة", "丧偶养老金"),
        said(
            "Money every month after your husband or wife has died.",
            "Dinero cada mes tras la muerte de su pareja.",
            "مبلغ كل شهر بعد وفاة زوجك أو زوجتك.",
            "配偶去世后每月领取的钱。",
        ),
        PENSIONS,
        events=(event_id("death"), event_id("care")),
        channels=(Channel("pension-1", ChannelKind.OPENROSA, PENSIONS, PENSIONS_API, FormId("pension")),),
        costs=_free(),
        processing_days=30,
    )


def _card() -> PublicService:
    return PublicService(
        service_id("card"),
        said("Tell every office once", "Avisar a todos a la vez", "إخبار كل المكاتب", "一次通知所有部门"),
        said(
            "All offices of the town learn it from one form.",
            "Todas las oficinas lo saben con un formulario.",
            "تعرف كل مكاتب المدينة من نموذج واحد.",
            "填一张表，全市各部门都会知道。",
        ),
        REGISTRY,
        events=(event_id("death"), event_id("documents")),
        channels=(Channel("card-1", ChannelKind.OPENROSA, REGISTRY, REGISTRY_API, FormId("not-fetched")),),
        costs=(Cost(Decimal("12.50")), Cost(Decimal(20))),
        processing_days=0,
    )


def _will() -> PublicService:
    return PublicService(
        service_id("will"),
        said("Open the will", "Abrir el testamento", "فتح الوصية", "开启遗嘱"),
        said(
            "The court opens the will and tells the heirs.",
            "El juzgado abre el testamento y avisa a los herederos.",
            "تفتح المحكمة الوصية وتخبر الورثة.",
            "法院开启遗嘱并通知继承人。",
        ),
        COURT,
        events=(event_id("death"),),
        channels=(
            Channel(
                "will-1",
                ChannelKind.COUNTER,
                COURT,
                place=said("9 Lantern Square", "Lantern Square 9", "9 ساحة لانترن", "灯笼广场9号"),
                hours=OPEN,
            ),
        ),
        costs=(Cost(Decimal(40)),),
        evidence=(
            Evidence("card", said("Your identity card", "Su carné", "بطاقة هويتك", "您的身份证")),
            Evidence("death", said("Death certificate", "Certificado", "شهادة الوفاة", "死亡证明")),
        ),
    )


def _home_help() -> PublicService:
    return PublicService(
        service_id("home-help"),
        said("Help at home", "Ayuda en casa", "مساعدة في البيت", "居家照料"),
        said(
            "Somebody comes to cook, clean or help you wash.",
            "Alguien viene a cocinar, limpiar o ayudarle a lavarse.",
            "يأتي شخص ليطبخ أو ينظف أو يساعدك على الاستحمام.",
            "有人上门做饭、打扫或帮您洗澡。",
        ),
        PENSIONS,
        events=(event_id("care"), event_id("disability")),
        channels=(Channel("help-1", ChannelKind.OPENROSA, HANDS, HANDS_API, FormId("home-help")),),
        costs=(Cost(None, description=said("By income", "Según ingresos", "حسب الدخل", "按收入计算")),),
        evidence=(Evidence("card", said("Your identity card", "Su carné", "بطاقة هويتك", "您的身份证")),),
        processing_days=14,
    )
