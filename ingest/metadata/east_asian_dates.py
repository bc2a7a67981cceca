"""Chinese, Japanese and Korean dates, rewritten in ASCII: `2024年5月1日 下午3点20分` is `2024-5-1 3:20 pm`."""

import re

_DIGITS = {char: str(value % 10) for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "元": "1",
}
_NUMERAL = "〇零○一二三四五六七八九十廿卅"
# The year before the first of an era: 民國元年 is 1912, 令和元年 2019.
_ERAS = {"民国": 1911, "民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
_TEN = 10

_DATE = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})? ?(?P<year>\d{{1,4}}|[{_NUMERAL}元]{{1,4}}) ?[年년] ?"
    rf"(?:(?P<month>\d{{1,2}}|[{_NUMERAL}]{{1,3}}) ?[月월] ?(?:(?P<day>\d{{1,2}}|[{_NUMERAL}]{{1,3}}) ?[日号號일] ?)?)?"
)
_NUMERIC_DATE = re.compile(r"(?P<year>\d{4})(?P<separator>[-/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)")
_CHINESE_WEEKDAY = r"(?:星期|周|週|礼拜|禮拜)(?P<chinese>[一二三四五六日天])"
_OTHER_WEEKDAY = (
    r"(?P<long>[月火水木金土日월화수목금토일])(?:曜日?|요일)|(?<=[(])(?P<short>[月火水木金土日월화수목금토일])(?=[)])"
)
_WEEKDAY = re.compile(rf"[(]?(?:{_CHINESE_WEEKDAY}|{_OTHER_WEEKDAY})[)]?[ ,]*")
_WEEKDAYS = {
    char: day
    for chars in ("一二三四五六日", "月火水木金土天", "월화수목금토일")
    for char, day in zip(chars, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True)
}
_HALF = r"(?P<half>上午|下午|凌晨|清晨|早晨|早上|中午|傍晚|晚上|午前|午後|오전|오후)"
_WORDS = r"[点點時时시] ?(?:整|(?P<half_hour>半)|(?P<minute>\d{1,2}) ?[分분]? ?(?:(?P<second>\d{1,2}) ?[秒초])?)?"
_TIME = re.compile(rf"{_HALF}? ?(?P<hour>\d{{1,2}}) ?(?::(?P<clock>\d\d(?::\d\d)?)|{_WORDS})(?P<rest>.{{0,40}})")
_LAST_OF_HALF = 12
_AFTERNOON = frozenset({"下午", "午後", "오후", "中午", "傍晚", "晚上"})
# 晚上12点 is midnight for some and noon for none: it is not read.
_HOURS = {
    "凌晨": (12, *range(7)), "清晨": range(4, 9), "早晨": range(4, 12), "早上": range(4, 12),
    "中午": (12, 1, 2), "傍晚": range(4, 9), "晚上": range(5, 12),
}  # fmt: skip


def ascii_date(text: str) -> str | None:
    """Return an East Asian date in ASCII, with what follows it, or None where the text is none.

    An incomplete one comes back incomplete (`2024-5`), so that its reader says so.
    """
    match = _NUMERIC_DATE.match(text) or _DATE.match(text)
    if match is None:
        return None
    year = _year(match["year"], match.groupdict().get("era"))
    numbers = [year, *(_number(match[name]) for name in ("month", "day") if match[name])]
    rest = text[match.end() :].lstrip(" ,")
    weekday = _WEEKDAY.search(rest)
    if weekday:
        rest = f"{rest[: weekday.start()].rstrip(' ,')} {rest[weekday.end() :]}".strip()
    named = f"{_WEEKDAYS[weekday['chinese'] or weekday['long'] or weekday['short']]} " if weekday else ""
    date = named + "-".join(map(str, numbers))
    return f"{date} {_ascii_time(rest)}" if rest else date


def _ascii_time(text: str) -> str:
    match = _TIME.fullmatch(text)
    if match is None:
        return text
    half, hour = match["half"], int(match["hour"])
    afternoon = half in _AFTERNOON
    if hour > _LAST_OF_HALF:
        if half and not afternoon:  # 上午15:30 contradicts itself; 下午15:30 says one thing twice
            return text
    elif half in _HOURS and hour not in _HOURS[half]:
        return text
    suffix = "" if not half or hour > _LAST_OF_HALF else " pm" if afternoon else " am"
    minutes = match["clock"] or ("30" if match["half_hour"] else f"{int(match['minute'] or 0):02}")
    seconds = f":{int(match['second']):02}" if match["second"] else ""
    return f"{hour}:{minutes}{seconds}{suffix}{match['rest']}"


def _year(text: str, era: str | None) -> str:
    if era:
        return f"{_number(text) + _ERAS[era]:04}"
    return text if text.isascii() else "".join(_DIGITS.get(char, char) for char in text)


def _number(text: str) -> int:
    """Return a number up to 99 in digits or in numerals: 5, 五, 十二, 二十三, 廿三, 三十."""
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(_DIGITS.get(char, "0") for char in text))
    return int(_DIGITS.get(tens, "1")) * _TEN + int(_DIGITS.get(ones, "0"))
