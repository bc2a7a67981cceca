"""Chinese, Japanese and Korean dates, rewritten in ASCII: `2024年5月1日 下午3点20分` is `2024-5-1 3:20 pm`."""

import re

_DIGITS = {char: str(value % 10) for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "元": "1",
}
_NUMERAL = "〇零○一二三四五六七八九十廿卅"
_ROC_FIRST_YEAR = 1911  # 民國元年 is 1912
_TEN = 10

_DATE = re.compile(
    rf"(?P<era>民[国國])?(?P<year>\d{{1,4}}|[{_NUMERAL}元]{{1,4}}) ?[年년] ?"
    rf"(?:(?P<month>\d{{1,2}}|[{_NUMERAL}]{{1,3}}) ?[月월] ?(?:(?P<day>\d{{1,2}}|[{_NUMERAL}]{{1,3}}) ?[日号號일] ?)?)?"
)
_CHINESE_WEEKDAY = r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]"
_OTHER_WEEKDAY = r"[月火水木金土日]曜日?|[월화수목금토일]요일|(?<=[(])[月火水木金土日월화수목금토](?=[)])"
_WEEKDAY = re.compile(rf"[(]?(?:{_CHINESE_WEEKDAY}|{_OTHER_WEEKDAY})[)]?[ ,]*")
_HALF = r"(?P<half>上午|下午|凌晨|早上|晚上|午前|午後|오전|오후)"
_WORDS = r"[点點時时시] ?(?:整|(?P<half_hour>半)|(?P<minute>\d{1,2}) ?[分분]? ?(?:(?P<second>\d{1,2}) ?[秒초])?)?"
_TIME = re.compile(rf"{_HALF}? ?(?P<hour>\d{{1,2}}) ?(?::(?P<clock>\d\d(?::\d\d)?)|{_WORDS})(?P<rest>.{{0,40}})")
_LAST_OF_HALF = 12
_AFTERNOON = frozenset({"下午", "午後", "오후"})
_EVENING_HOURS = range(5, 12)  # 晚上12点 is midnight for some and noon for none: it is not read


def ascii_date(text: str) -> str | None:
    """Return an East Asian date in ASCII, with what follows it, or None where the text is none.

    An incomplete one comes back incomplete (`2024-5`), so that its reader says so.
    """
    match = _DATE.match(text)
    if match is None:
        return None
    year = _year(match["year"], roc=bool(match["era"]))
    numbers = [year, *(_number(match[name]) for name in ("month", "day") if match[name])]
    rest = text[match.end() :]
    rest = rest[weekday.end() :] if (weekday := _WEEKDAY.match(rest)) else rest
    date = "-".join(map(str, numbers))
    return f"{date} {_ascii_time(rest)}" if rest else date


def _ascii_time(text: str) -> str:
    match = _TIME.fullmatch(text)
    if match is None:
        return text
    half, hour = match["half"], int(match["hour"])
    if half == "晚上" and hour not in _EVENING_HOURS:
        return text
    suffix = "" if not half or hour > _LAST_OF_HALF else " pm" if half in _AFTERNOON or half == "晚上" else " am"
    minutes = match["clock"] or ("30" if match["half_hour"] else f"{int(match['minute'] or 0):02}")
    seconds = f":{int(match['second']):02}" if match["second"] else ""
    return f"{hour}:{minutes}{seconds}{suffix}{match['rest']}"


def _year(text: str, *, roc: bool) -> str:
    digits = "".join(_DIGITS.get(char, char) for char in text) if not text.isascii() and not roc else str(_number(text))
    return f"{int(digits) + _ROC_FIRST_YEAR:04}" if roc else digits


def _number(text: str) -> int:
    """Return a number up to 99 in digits or in numerals: 5, 五, 十二, 二十三, 廿三, 三十."""
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(_DIGITS.get(char, "0") for char in text))
    return int(_DIGITS.get(tens, "1")) * _TEN + int(_DIGITS.get(ones, "0"))
