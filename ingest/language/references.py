"""Lists of references: their titles stand in the language that they were published in."""

from collections.abc import Sequence
from itertools import pairwise

_HEADINGS = """
参考文献|参考资料|参考链接|参考|参考阅读|参考网址|引用|引用文献|文献|延伸阅读|扩展阅读|拓展阅读|进一步阅读|推荐阅读|相关阅读|相关链接|外部链接|链接|资料来源|来源
參考文獻|參考資料|參考連結|參考|引用文獻|延伸閱讀|相關連結|外部連結|資料來源|來源
参考リンク|関連リンク|外部リンク|関連記事|引用元|出典|脚注
참고 문헌|참고문헌|참고 자료|참고자료|출처|더 읽을거리|외부 링크
references|reference|bibliography|works cited|citations|sources|further reading|external links|links
see also|footnotes|related links
références|bibliographie|sources et références|liens externes|pour aller plus loin|lectures complémentaires
referencias|bibliografía|enlaces externos|lecturas adicionales|fuentes
referências|bibliografia|ligações externas|leitura adicional|fontes
literatur|literaturverzeichnis|quellen|einzelnachweise|weblinks|weiterführende links|referenzen
riferimenti|collegamenti esterni|fonti|przypisy|źródła|linki zewnętrzne|literatura|tài liệu tham khảo|nguồn
литература|источники|ссылки|примечания|список литературы|المراجع|مراجع|المصادر|संदर्भ
"""
REFERENCE_HEADINGS = frozenset(heading for line in _HEADINGS.split("\n") for heading in line.split("|") if heading)
_AROUND = " \t:：.、0123456789一二三四五六七八九十*#()（）[]【】🔗📚📖"
_LONGEST = 40


def is_reference_heading(text: str) -> bool:
    """Return whether a heading announces a list of references: `参考文献`, `7. References:`."""
    return len(text) <= _LONGEST and text.lower().strip(_AROUND) in REFERENCE_HEADINGS


def own_words(passages: Sequence[str], headings: Sequence[tuple[int, int]]) -> Sequence[str]:
    """Return the passages, each at its place, with those left empty that stand under a heading of references."""
    if not headings or not any(map(is_reference_heading, [passages[index] for index, _ in headings])):
        return passages
    references = reference_passages(passages, headings)
    if not references or len(references) == len(passages):
        return passages
    return tuple("" if index in references else passage for index, passage in enumerate(passages))


def reference_passages(passages: Sequence[str], headings: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return which passages stand under a heading of references; `headings` are `(passage, level)`, in order.

    Such a section ends at the next heading of its level or above.
    """
    found: set[int] = set()
    open_level = 0
    for (index, level), (following, _) in pairwise((*headings, (len(passages), 0))):
        if open_level and level <= open_level:
            open_level = 0
        if not open_level and is_reference_heading(passages[index]):
            open_level = level
        if open_level:
            found.update(range(index, following))
    return frozenset(found)
