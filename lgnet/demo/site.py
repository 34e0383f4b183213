# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public site of the demo says: invented news, and what some partners say of themselves.

Each text is in every language of the site or in the one it names; German for Bolzano and Slovene for Trieste.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news: the partner it comes from ("" for the nation), how long ago, its words by language."""

    slug: str
    partner: str
    days_ago: int
    words: Mapping[str, tuple[str, str, str]]


NEWS = (
    News(
        "van-in-the-evening",
        "genova",
        4,
        {
            "it": ("Il camper passa anche la sera", "Da lunedì l'unità mobile di Genova resta in strada fino alle 23.", "<p>Due mediatrici e un infermiere girano tra la stazione e il porto. Si può chiedere una coperta, un pasto, un appuntamento allo sportello: basta fermarsi.</p>"),
            "en": ("The van now comes in the evening too", "From Monday the mobile unit of Genoa stays on the street until 11 p.m.", "<p>Two mediators and a nurse go between the station and the harbour. You can ask for a blanket, a meal or an appointment at the desk: just stop by.</p>"),
            "fr": ("La camionnette passe aussi le soir", "Dès lundi, l’unité mobile de Gênes reste dans la rue jusqu’à 23 heures.", "<p>Deux médiatrices et un infirmier circulent entre la gare et le port. On peut demander une couverture, un repas, un rendez-vous au guichet.</p>"),
            "es": ("La furgoneta pasa también por la noche", "Desde el lunes la unidad móvil de Génova está en la calle hasta las 23.", "<p>Dos mediadoras y un enfermero van de la estación al puerto. Se puede pedir una manta, una comida o una cita en la oficina.</p>"),
            "ar": ("سيارة المساعدة تأتي مساءً أيضًا", "ابتداءً من الاثنين تبقى الوحدة المتنقلة في جنوة في الشارع حتى الساعة 11 ليلًا.", "<p>وسيطتان وممرض يتنقلون بين المحطة والميناء. يمكنك أن تطلب بطانية أو وجبة أو موعدًا في المكتب: يكفي أن تتوقف.</p>"),
            "uk": ("Фургон приїжджає й увечері", "З понеділка мобільна група Генуї працює на вулиці до 23:00.", "<p>Дві медіаторки та медбрат їздять між вокзалом і портом. Можна попросити ковдру, їжу або запис на прийом: просто підійдіть.</p>"),
            "bn": ("ভ্যান এখন সন্ধ্যাতেও আসে", "সোমবার থেকে জেনোয়ার ভ্রাম্যমাণ দল রাত ১১টা পর্যন্ত রাস্তায় থাকে।", "<p>দুজন মধ্যস্থতাকারী ও একজন নার্স স্টেশন ও বন্দরের মধ্যে ঘোরেন। কম্বল, খাবার বা ডেস্কে সাক্ষাতের সময় চাইতে পারেন।</p>"),
            "ur": ("وین اب شام کو بھی آتی ہے", "پیر سے جینوا کی موبائل یونٹ رات 11 بجے تک سڑک پر رہے گی۔", "<p>دو ثالث اور ایک نرس اسٹیشن اور بندرگاہ کے درمیان جاتے ہیں۔ آپ کمبل، کھانا یا ڈیسک پر ملاقات کا وقت مانگ سکتے ہیں۔</p>"),
            "zh": ("服务车晚上也来了", "从周一起，热那亚流动服务车在街头服务到晚上11点。", "<p>两名调解员和一名护士往返于车站和港口之间。您可以要一条毯子、一顿饭，或预约服务窗口：过来即可。</p>"),
        },
    ),
    News(
        "open-day",
        "sassari",
        11,
        {
            "it": ("Sassari apre le porte del One Stop Shop", "Una giornata per conoscere lo sportello, i laboratori e chi ci lavora.", "<p>Si visita lo sportello, si provano i laboratori di cucina e di cucito, si parla con chi offre una stanza in affitto. C'è anche lo spazio per i bambini.</p><h2>Quando</h2><p>Dalle 10 alle 17, ingresso libero.</p>"),
            "en": ("Sassari opens the doors of its one stop shop", "A day to get to know the desk, the workshops and the people who work there.", "<p>Visit the desk, try the cooking and sewing workshops, talk with people who let a room. There is a corner for children too.</p>"),
            "fr": ("Sassari ouvre les portes de son guichet unique", "Une journée pour connaître le guichet, les ateliers et celles et ceux qui y travaillent.", "<p>On visite le guichet, on essaie les ateliers de cuisine et de couture, on parle avec des personnes qui louent une chambre.</p>"),
            "es": ("Sassari abre las puertas de su ventanilla única", "Un día para conocer la oficina, los talleres y a quienes trabajan en ella.", "<p>Se visita la oficina, se prueban los talleres de cocina y costura y se habla con quien alquila una habitación.</p>"),
            "ar": ("ساساري تفتح أبواب الشباك الموحّد", "يوم للتعرّف على المكتب والورش والعاملين فيه.", "<p>تزور المكتب، وتجرّب ورشتي الطبخ والخياطة، وتتحدث مع من يؤجّر غرفة. هناك ركن للأطفال أيضًا.</p>"),
            "uk": ("Сассарі відчиняє двері єдиного вікна", "День, щоб познайомитися з приймальнею, майстернями й людьми, які там працюють.", "<p>Можна оглянути приймальню, спробувати кулінарну та швейну майстерні, поговорити з тими, хто здає кімнату.</p>"),
            "bn": ("সাসারি ওয়ান স্টপ শপের দরজা খুলছে", "ডেস্ক, কর্মশালা ও কর্মীদের চেনার একটি দিন।", "<p>ডেস্ক ঘুরে দেখুন, রান্না ও সেলাইয়ের কর্মশালা চেষ্টা করুন, ঘর ভাড়া দেন এমন মানুষের সঙ্গে কথা বলুন।</p>"),
            "ur": ("ساساری اپنے ون اسٹاپ شاپ کے دروازے کھولتا ہے", "ڈیسک، ورکشاپس اور وہاں کام کرنے والوں سے ملنے کا دن۔", "<p>ڈیسک دیکھیں، کھانا پکانے اور سلائی کی ورکشاپ آزمائیں، کمرہ کرائے پر دینے والوں سے بات کریں۔</p>"),
            "zh": ("萨萨里一站式服务点开放日", "了解服务窗口、工作坊和工作人员的一天。", "<p>参观服务窗口，体验烹饪和缝纫工作坊，与出租房间的人交谈，还有儿童角。</p>"),
        },
    ),
    News(
        "quarter-figures",
        "",
        19,
        {
            "it": ("Pubblicati i numeri del semestre", "I dati aperti della rete si arricchiscono: per luogo, sesso ed età, protetti cella per cella.", "<p>Chiunque può scaricarli, usarli e citarli. Dove i numeri sono piccoli non li mostriamo, perché nessuno sia riconoscibile.</p>"),
            "en": ("The numbers of the half-year are out", "The open data of the network grow: by place, sex and age, protected cell by cell.", "<p>Anybody may download, use and quote them. Where numbers are small we do not show them, so that nobody can be recognised.</p>"),
        },
    ),
)  # fmt: skip
# What a partner says of itself; "de" and "sl" are pages below the Italian one.
PARTNERS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "sassari": {
        "it": ("Sassari", "Dalla strada al lavoro, con i laboratori del centro storico.", "<p>A Sassari l'équipe incontra le persone in strada e al One Stop Shop. I laboratori di cucina, sartoria e falegnameria portano a tirocini nelle imprese della città.</p>"),
        "en": ("Sassari", "From the street to work, through the workshops of the old town.", "<p>In Sassari the team meets people on the street and at the one stop shop. Workshops of cooking, tailoring and carpentry lead to placements in the city's firms.</p>"),
        "ar": ("ساساري", "من الشارع إلى العمل، عبر ورش المدينة القديمة.", "<p>في ساساري يلتقي الفريق بالناس في الشارع وفي الشباك الموحّد. ورش الطبخ والخياطة والنجارة تقود إلى تدريب في شركات المدينة.</p>"),
        "zh": ("萨萨里", "从街头到就业，经由老城的工作坊。", "<p>在萨萨里，团队在街头和一站式服务点与人们见面。烹饪、裁缝和木工工作坊通向本市企业的实习。</p>"),
    },
    "assb-bolzano": {
        "it": ("Bolzano", "I servizi sociali della città, in tre lingue e accanto alle associazioni.", "<p>L'Azienda Servizi Sociali accoglie le persone al centro diurno e con l'unità di strada, e le accompagna nella ricerca di una casa.</p>"),
        "de": ("Bozen: die Sozialdienste der Stadt", "Begleitung auf der Straße, im Tageszentrum und bei der Wohnungssuche.", "<p>Der Betrieb für Sozialdienste Bozen begegnet Menschen auf der Straße und im Tageszentrum und begleitet sie bei der Suche nach einer Wohnung.</p>"),
    },
    "trieste": {
        "it": ("Trieste", "Co-abitare, con un educatore accanto.", "<p>A Trieste gli appartamenti condivisi danno una casa a chi esce dall'accoglienza; un'équipe socio-educativa resta vicina nei primi mesi.</p>"),
        "sl": ("Trst: skupno bivanje z vzgojiteljem", "Stanovanja, ki si jih ljudje delijo, in ekipa ob strani.", "<p>V Trstu si ljudje, ki zapuščajo nastanitvene centre, delijo stanovanja; socialno-vzgojna ekipa jim prve mesece stoji ob strani.</p>"),
    },
}  # fmt: skip
