"""What languages are called: ISO codes, English names, their own names, Chinese names, common miswritings."""

_SIMPLIFIED = (
    "简体中文", "簡體中文", "简体", "簡體", "简中", "hans", "zhs", "zh-chs", "chinese simplified",
    "chinese (simplified)",
)  # fmt: skip
_TRADITIONAL = (
    "繁體中文", "繁体中文", "繁體", "繁体", "繁中", "正體中文", "hant", "zht", "zh-cht", "chinese traditional",
    "chinese (traditional)",
)  # fmt: skip
# tag: English name; other names that front matter is written with (compared in lower case).
LANGUAGE_NAMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "af": ("Afrikaans", ("afr",)),
    "ar": ("Arabic", ("ara", "العربية", "عربي", "阿拉伯语", "阿拉伯語", "阿拉伯文")),
    "bg": ("Bulgarian", ("bul", "български")),
    "bn": ("Bengali", ("ben", "bangla", "বাংলা")),
    "ca": ("Catalan", ("cat", "català")),
    "cs": ("Czech", ("ces", "cze", "cz", "čeština", "česky")),
    "cy": ("Welsh", ("cym", "wel", "cymraeg")),
    "da": ("Danish", ("dan", "dk", "dansk")),
    "de": ("German", ("deu", "ger", "deutsch", "德语", "德語", "德文")),
    "el": ("Greek", ("ell", "gre", "gr", "ελληνικά")),
    "en": ("English", ("eng", "英语", "英語", "英文", "inglés", "anglais", "englisch")),
    "es": ("Spanish", ("spa", "español", "espanol", "castellano", "西班牙语", "西班牙語", "西班牙文")),
    "et": ("Estonian", ("est", "ee", "eesti")),
    "fa": ("Persian", ("fas", "per", "farsi", "فارسی")),
    "fi": ("Finnish", ("fin", "suomi")),
    "fr": ("French", ("fra", "fre", "français", "francais", "法语", "法語", "法文")),
    "gu": ("Gujarati", ("guj", "ગુજરાતી")),
    "he": ("Hebrew", ("heb", "iw", "עברית")),
    "hi": ("Hindi", ("hin", "हिन्दी", "हिंदी")),
    "hr": ("Croatian", ("hrv", "hrvatski")),
    "hu": ("Hungarian", ("hun", "magyar")),
    "id": ("Indonesian", ("ind", "bahasa indonesia")),
    "it": ("Italian", ("ita", "italiano", "意大利语", "義大利文")),
    "ja": ("Japanese", ("jpn", "jp", "日本語", "日语", "日語", "日文")),
    "kn": ("Kannada", ("kan", "ಕನ್ನಡ")),
    "ko": ("Korean", ("kor", "kr", "한국어", "韩语", "韓語", "韩文", "韓文")),
    "lt": ("Lithuanian", ("lit", "lietuvių")),
    "lv": ("Latvian", ("lav", "latviešu")),
    "mk": ("Macedonian", ("mkd", "mac", "македонски")),
    "ml": ("Malayalam", ("mal", "മലയാളം")),
    "mr": ("Marathi", ("mar", "मराठी")),
    "nb": ("Norwegian Bokmål", ("nob", "bokmål")),
    "ne": ("Nepali", ("nep", "नेपाली")),
    "nl": ("Dutch", ("nld", "dut", "nederlands")),
    "nn": ("Norwegian Nynorsk", ("nno", "nynorsk")),
    "no": ("Norwegian", ("nor", "norsk")),
    "pa": ("Punjabi", ("pan", "ਪੰਜਾਬੀ")),
    "pl": ("Polish", ("pol", "polski")),
    "pt": ("Portuguese", ("por", "português", "portugues", "葡萄牙语", "葡萄牙語")),
    "pt-BR": ("Brazilian Portuguese", ("português do brasil", "português brasileiro", "ptbr")),
    "ro": ("Romanian", ("ron", "rum", "română")),
    "ru": ("Russian", ("rus", "русский", "俄语", "俄語", "俄文")),
    "sk": ("Slovak", ("slk", "slo", "slovenčina")),
    "sl": ("Slovenian", ("slv", "slovene", "slovenščina")),
    "so": ("Somali", ("som",)),
    "sq": ("Albanian", ("sqi", "alb", "shqip")),
    "sv": ("Swedish", ("swe", "svenska")),
    "sw": ("Swahili", ("swa", "kiswahili")),
    "ta": ("Tamil", ("tam", "தமிழ்")),
    "te": ("Telugu", ("tel", "తెలుగు")),
    "th": ("Thai", ("tha", "ไทย", "ภาษาไทย")),
    "tl": ("Tagalog", ("tgl",)),
    "tr": ("Turkish", ("tur", "türkçe", "turkce")),
    "uk": ("Ukrainian", ("ukr", "ua", "українська")),
    "ur": ("Urdu", ("urd", "اردو")),
    "vi": ("Vietnamese", ("vie", "vn", "tiếng việt", "越南语", "越南語")),
    "yue": ("Cantonese", ("粤语", "粵語", "广东话", "廣東話")),
    "zh": ("Chinese", ("zho", "chi", "cmn", "mandarin", "中文", "汉语", "漢語", "华语", "華語", "国语", "國語")),
    "zh-CN": ("Chinese (Mainland China)", ("cn",)),
    "zh-HK": ("Chinese (Hong Kong)", ("hk",)),
    "zh-Hans": ("Simplified Chinese", _SIMPLIFIED),
    "zh-Hant": ("Traditional Chinese", _TRADITIONAL),
    "zh-TW": ("Chinese (Taiwan)", ("tw",)),
}  # fmt: skip

TAG_OF_NAME: dict[str, str] = {
    name: tag for tag, (english, others) in LANGUAGE_NAMES.items() for name in (english.lower(), *others)
}

# ISO 639-1, for tags of languages that no detector here knows.
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
ISO_639_1 = frozenset(_TWO_LETTERS.split())
# Languages with three letters that sites are written in.
ISO_639_3 = frozenset(
    (
        "ast",
        "ceb",
        "ckb",
        "fil",
        "fur",
        "gsw",
        "haw",
        "hmn",
        "hsb",
        "kab",
        "lzh",
        "mai",
        "nan",
        "nap",
        "pap",
        "sco",
        "szl",
        "vec",
        "wuu",
        "yue",
    )
)
SCRIPT_NAMES: dict[str, str] = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hani": "Han",
    "Hebr": "Hebrew", "Khmr": "Khmer", "Knda": "Kannada", "Laoo": "Lao", "Latn": "Latin", "Mlym": "Malayalam",
    "Mong": "Mongolian", "Mymr": "Burmese", "Sinh": "Sinhala", "Taml": "Tamil", "Telu": "Telugu", "Thai": "Thai",
    "Tibt": "Tibetan",
}  # fmt: skip


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag for a message, the tag itself where none is known."""
    language, _, rest = tag.partition("-")
    if tag in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[tag][0]
    if language == "und":
        return f"an unknown language in {SCRIPT_NAMES.get(rest, rest)} script" if rest else "undetermined"
    name = LANGUAGE_NAMES.get(language, (tag, ()))[0]
    return f"{name} ({tag})" if rest and name != tag else name
