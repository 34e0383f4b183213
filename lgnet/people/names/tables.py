# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of letters and words behind name comparison. Data only: the rules that use them are next door.

Each table is written as words separated by spaces so that a speaker of the language can read and correct it.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    """`"x=y z="` as a mapping."""
    return dict(pair.split("=") for pair in text.split())


# Letters of Arabic, Persian, Urdu, Pashto and Kurdish. Ayn and hamza are vowels as far as names are heard.
ARABIC: Final = str.maketrans(
    _pairs(
        """
        ا=a ب=b ت=t ث=t ج=j ح=h خ=kh د=d ذ=d ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=g ف=f ق=k ك=k ل=l
        م=m ن=n ه=h و=w ي=y آ=a أ=a إ=i ٱ=a ؤ=w ئ=y ى=a ء= ة=a پ=p چ=ch ژ=j گ=g ک=k ی=y ہ=h ھ=h ۃ=a ۀ=a
        ٹ=t ڈ=d ڑ=r ں=n ے=e ۓ=e ڕ=r ڵ=l ۆ=o ێ=e ە=e ڤ=v ټ=t ډ=d ړ=r ښ=sh ږ=j ځ=z څ=s ڼ=n ګ=g ې=e ۍ=y ۇ=u
        ۈ=u ۋ=v ڭ=n
        """
    )
)
ALEF_FORMS: Final = str.maketrans("أإآٱ", "اااا")
# Words that begin with the letters of the article without having one.
NOT_ARTICLE: Final = _words("الله الياس الیاس الهام الفت الفة الين الينا الكسندر الكسندرا الفريد")
# Vowels are not written, so first letters typed in Latin would never meet the commonest names without these.
SPELLED: Final = _pairs(
    """
    محمد=mohamed احمد=ahmed محمود=mahmoud مصطفى=mustafa حسن=hassan حسين=hussein عمر=omar عثمان=osman
    خالد=khaled يوسف=yousef ابراهيم=ibrahim اسماعيل=ismail مريم=mariam فاطمة=fatima خديجة=khadija
    عائشة=aisha زينب=zeinab كريم=karim سعيد=said رشيد=rachid طارق=tarek حمزة=hamza بلال=bilal ادريس=idris
    جمال=jamal كمال=kamal نور=nour سلمى=salma هدى=houda علي=ali علی=ali حامد=hamed رحمن=rahman مجيد=majid
    سمير=samir نبيل=nabil
    """
)

# Ukrainian as in passports (resolution 55 of 2010), with the letters only Russian has.
CYRILLIC: Final = str.maketrans(
    _pairs(
        """
        а=a б=b в=v г=h ґ=g д=d е=e є=ye ж=zh з=z и=y і=i ї=yi й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u
        ф=f х=kh ц=ts ч=ch ш=sh щ=sh ь= ю=yu я=ya ы=y э=e ё=yo ъ= ў=u ј=i
        """
    )
)
RUSSIAN_ONLY: Final = _words("ы э ё ъ")

# Family names whose usual reading differs from the common word's.
HAN_FAMILY: Final = _pairs(
    """
    单=shan 單=shan 曾=zeng 解=xie 仇=qiu 查=zha 任=ren 区=ou 朴=piao 华=hua 盖=ge 翟=zhai 乐=yue 柏=bai 卜=bu
    """
)
TIGRINYA_K: Final = str.maketrans("ኸኹኺኻኼኽኾ", "ከኩኪካኬክኮ")  # written K in passports

# Latin letters that losing their accent would misread.
LATIN: Final = str.maketrans(
    _pairs(
        """
        ç=s ć=ch č=ch š=sh ş=sh ș=sh ž=zh ğ= ı=i ə=a ø=o ł=l đ=d ɓ=b ɗ=d ŋ=ng ɛ=e ɔ=o ẹ=e ọ=o ṣ=sh ñ=n ß=ss
        """
    )
)
APOSTROPHES: Final = "'’‘‛ʼʻʽʾʿ`´′ʹʺ׳״"

# Words that documents add or leave out freely: they would make strangers look alike.
PARTICLES: Final = _words(
    """
    al el il ul ur ud us as ar an ad ash bin ibn ben bint bent ould wuld weld mint ag wa u
    de del della dei dos das da do du di la las lo los le les van von der den y e und zu te
    """
)
# First halves of names in two words.
JOIN_NEXT: Final = _words("abd abdul abdel abdal abdoul abdur abdus abdi abdou abdu abu abou umm oum n m o")
WRITTEN_SHORT: Final = _pairs(
    """
    md=mohammad mohd=mohammad muhd=mohammad mhd=mohammad mohmd=mohammad moh=mohammad
    mst=mosammat most=mosammat mosa=mosammat sk=sheikh
    """
)
# Ukrainian given names as Russian writes them, on documents of before.
SAME_NAME: Final = _pairs(
    """
    igor=ihor olga=olha galina=halyna galyna=halyna ganna=hanna sergii=serhii sergiy=serhii
    sergey=serhii sergei=serhii oleg=oleh bogdan=bohdan grigory=hryhorii grigorii=hryhorii georgiy=heorhii
    """
)

# Scripts that write vowels as marks: their marks are letters to us.
MARKS_ARE_VOWELS: Final = _words("Beng Deva Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Mymr Khmr Tibt")
