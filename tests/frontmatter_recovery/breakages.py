"""Breaks healthy articles in the ways that real ones are broken, and keeps the truth of what they said."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Article:
    """A healthy article: its values as they are meant, and its body."""

    title: str
    date: str
    author: str
    body: str


CHINESE = Article(
    "海边的图书馆。冬天也开门",
    "2023-02-17",
    "林小雨",
    "这座图书馆建在防波堤上。\n\n---\n它的窗户朝着海，读者可以听见浪声。\n\n作者：馆员\n来源：本地报纸\n\n"
    "- 开放时间: 九点\n- 电话: 没有\n\n```python\nprint('潮汐')\n```\n\n## 借书\n\n每人三本。\n",
)
ENGLISH = Article(
    "Goodbye, lighthouse. We will miss you",
    "2022-11-05",
    "Mara O'Dell",
    "The lamp went out on a Tuesday.\n\n---\n\nNobody noticed: the ships had other lights.\n\nNote: tides vary.\n\n"
    "```yaml\n---\ntitle: an example\n---\n```\n\n    indented code\n\nLast words.\n",
)
SAMPLES = {"chinese": CHINESE, "english": ENGLISH}


@dataclass(frozen=True)
class Parts:
    """A file in parts, on its way to be broken: each operator changes some of them."""

    article: Article
    names: tuple[str, str, str] = ("title", "date", "author")
    values: tuple[str, str, str] = ("", "", "")
    key: str = "{name}: {value}"
    opening: str = "---\n"
    closing: str = "\n---\n\n"
    wrap: Callable[[str], str] = str

    @property
    def text(self) -> str:
        lines = [self.key.format(name=name, value=value) for name, value in zip(self.names, self.values, strict=True)]
        return self.wrap(self.opening + "\n".join(lines) + "\n" + self.closing + self.article.body)


Operator = Callable[[Parts], Parts]


def healthy(article: Article) -> Parts:
    return Parts(article, values=(single(article.title), article.date, article.author))


def single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _title(make: Callable[[str], str]) -> Operator:
    return lambda parts: replace(parts, values=(make(parts.article.title), *parts.values[1:]))


def _retitled(extend: Callable[[str], str], write: Callable[[str], str]) -> Operator:
    def operator(parts: Parts) -> Parts:
        title = extend(parts.article.title)
        article = replace(parts.article, title=title)
        return replace(parts, article=article, values=(write(title), *parts.values[1:]))

    return operator


def _cut(title: str, separator: str) -> str:
    for stop in ("。", ". "):
        before, found, after = title.partition(stop)
        if found:
            return before + stop.strip() + separator + after
    raise ValueError(title)


TITLES: dict[str, Operator] = {
    "plain": _title(lambda title: title),
    "torn": _title(lambda title: "'" + _cut(title, "\n\n---\n") + "'"),
    "torn-double-quoted": _title(lambda title: '"' + _cut(title, "\n\n---\n\n") + '"'),
    "torn-unquoted": _title(lambda title: _cut(title, "\n\n---\n")),
    "apostrophe": _retitled(lambda title: f"It's {title}", lambda title: f"'{title}'"),
    "quotes-in-double": _retitled(lambda title: f'The "old" {title}', lambda title: f'"{title}"'),
    "colon": _retitled(lambda title: f"News: {title}", lambda title: title),
    "hash": _retitled(lambda title: f"Top #1 {title}", lambda title: title),
    "at": _retitled(lambda title: f"@harbour {title}", lambda title: title),
    "backtick": _retitled(lambda title: f"`git` {title}", lambda title: title),
    "percent": _retitled(lambda title: f"%5 {title}", lambda title: title),
    "asterisk": _retitled(lambda title: f"*new* {title}", lambda title: title),
    "ampersand": _retitled(lambda title: f"& {title}", lambda title: title),
    "bracket": _retitled(lambda title: f"[独家] {title}", lambda title: title),
    "brace": _retitled(lambda title: f"{{x}} {title}", lambda title: title),
    "phrases": _retitled(lambda title: f"'A' or '{title}'", lambda title: title),
    "early-close": _retitled(lambda title: f'"A" {title}', lambda title: title),
    "unclosed-quote": _title(lambda title: f"'{title}"),
    "curly-colon": _retitled(lambda title: f"News: {title}", lambda title: f"“{title}”"),
    "full-width-quotes": _title(lambda title: f"＂{title}＂"),
    "half-curly": _title(lambda title: f'“{title}"'),
    "note": _title(lambda title: f"'{title}\n\n(Note: The title is a rough translation.)'"),
    "note-unquoted": _title(lambda title: f"{title}\n\n（注：标题为意译。）"),
    "next-line": _title(lambda title: f"\n  {single(title)}"),
    "unclosed-quotation": _retitled(lambda title: f"{title} “开门”", lambda title: f"'{title}"),
    "two-lines": _title(lambda title: title.replace("。", "。\n").replace(". ", ".\n")),
}
KEYS: dict[str, Operator] = {
    "chinese": lambda parts: replace(parts, names=("标题", "日期", "作者")),
    "capitals": lambda parts: replace(parts, names=("Title", "Date", "Author")),
    "upper": lambda parts: replace(parts, names=("TITLE", "DATE", "AUTHOR")),
    "full-width-colon": lambda parts: replace(parts, key="{name}：{value}"),
    "bold": lambda parts: replace(parts, key="**{name}:** {value}"),
    "bold-chinese": lambda parts: replace(parts, names=("标题", "日期", "作者"), key="**{name}：** {value}"),
    "bold-inside": lambda parts: replace(parts, key="**{name}**: {value}"),
    "no-break-space": lambda parts: replace(parts, key="{name}:\u00a0{value}"),
    "zero-width": lambda parts: replace(parts, key="\u200b{name}: {value}"),
    "ideographic-space": lambda parts: replace(parts, key="{name}:\u3000{value}"),
    "tab": lambda parts: replace(parts, key="{name}:\t{value}"),
    "no-space": lambda parts: replace(parts, key="{name}:{value}"),
    "quoted": lambda parts: replace(parts, key='"{name}": {value}'),
    "space-before-colon": lambda parts: replace(parts, key="{name} : {value}"),
}
DELIMITERS: dict[str, Operator] = {
    "no-opening": lambda parts: replace(parts, opening=""),
    "no-closing": lambda parts: replace(parts, closing="\n"),
    "none": lambda parts: replace(parts, opening="", closing="\n"),
    "repeated": lambda parts: replace(parts, opening="\n\n---\n---\n\n"),
    "repeated-blank": lambda parts: replace(parts, opening="---\n\n---\n\n"),
    "blank-before": lambda parts: replace(parts, opening="\n\n---\n\n"),
    "short": lambda parts: replace(parts, opening="--\n", closing="\n--\n\n"),
    "long": lambda parts: replace(parts, opening="----\n", closing="\n-----\n\n"),
    "em-dash": lambda parts: replace(parts, opening="———\n", closing="\n———\n\n"),
    "one-em-dash": lambda parts: replace(parts, opening="—\n", closing="\n—\n\n"),
    "invisible": lambda parts: replace(parts, opening="\u200b---\n", closing="\n---\u00a0\n\n"),
    "escaped": lambda parts: replace(parts, opening="\\---\n", closing="\n\\---\n\n"),
    "en-dashes": lambda parts: replace(parts, opening="–––\n", closing="\n–––\n\n"),
    "stars": lambda parts: replace(parts, opening="***\n", closing="\n***\n\n"),
    "equals-signs": lambda parts: replace(parts, opening="===\n", closing="\n===\n\n"),
    "plus-signs": lambda parts: replace(parts, opening="+++\n", closing="\n+++\n\n"),
    "stars-below": lambda parts: replace(parts, closing="\n***\n\n"),
    "comment": lambda parts: replace(parts, opening="--- # made by a script\n"),
}


def _indented(text: str) -> str:
    return "".join(f"        {line}" if line.strip() != "---" else line for line in text.splitlines(keepends=True))


FOOTER = "---\n谢谢阅读。\n"
WRAPPERS: dict[str, Operator] = {
    "fence": lambda parts: replace(parts, wrap=lambda text: f"```\n{text}```\n"),
    "fence-markdown": lambda parts: replace(parts, wrap=lambda text: f"```markdown\n{text}\n```"),
    "fence-tilde": lambda parts: replace(parts, wrap=lambda text: f"~~~md\n{text}~~~\n"),
    "fence-long": lambda parts: replace(parts, wrap=lambda text: f"````md\n{text}````\n"),
    "three-quotes": lambda parts: replace(parts, wrap=lambda text: f"'''markdown\n{text}'''\n"),
    "fence-glued": lambda parts: replace(parts, wrap=lambda text: f"```markdown\n{text.rstrip()}```\n"),
    "fence-in-fence": lambda parts: replace(
        parts, opening="```yaml\n", closing="```\n\n", wrap=lambda text: f"```markdown\n{text}```\n"
    ),
    "fence-open": lambda parts: replace(parts, wrap=lambda text: f"```\n{text}"),
    "fence-block": lambda parts: replace(
        parts, opening="```yaml\n" + parts.opening, closing=parts.closing.rstrip("\n") + "\n```\n\n"
    ),
    "fence-for-delimiters": lambda parts: replace(parts, opening="```yaml\n", closing="```\n\n"),
    "indented": lambda parts: replace(parts, wrap=_indented),
    "sure": lambda parts: replace(parts, wrap=lambda text: f"Sure! Here is the translated article:\n\n{text}"),
    "zh-preamble": lambda parts: replace(parts, wrap=lambda text: f"好的，以下是翻译后的文章：\n\n{text}"),
    "sure-fence": lambda parts: replace(
        parts, wrap=lambda text: f"Certainly! Here's the article in Markdown format:\n\n```markdown\n{text}```\n"
    ),
    "heading": lambda parts: replace(parts, wrap=lambda text: f"# {parts.article.title}\n\n{text}"),
}
GROUPS = {"title": TITLES, "key": KEYS, "delimiter": DELIMITERS, "wrapper": WRAPPERS}
