"""The words of a note that an assistant leaves in a title."""

import re

# "(Note: the title is a rough translation)", "（注：标题为意译）": what an assistant says about its title.
NOTE = re.compile(
    r"\W{0,4}(?:note|n\.?b\.|translator|translation|this title|the title"
    r"|注|译注|譯註|译者注|译者按|說明|说明|备注|備註)[^:：]{0,40}(?:[:：]|\bis\b|\bhas been\b)",
    re.IGNORECASE,
)
# `（注：已停运）` is the author's remark; an assistant's is about the title, or about its translation.
INLINE = re.compile(
    r"[ \t]*[(（\[【](?:note|translator['’]s note|译注|译者注|譯註|註|注)[ ]?[:：]"
    r"(?=[^()（）\[\]【】]{0,200}?(?:\btitle\b|\btranslat|标题|標題|题目|題目|翻译|翻譯|意译|意譯|直译|直譯|译文|譯文))"
    r"[^()（）\[\]【】]{1,300}[)）\]】](?=['\"”’]{0,2}[ \t]*\Z)",
    re.IGNORECASE,
)


def has_note(value: str) -> bool:
    """Return whether a value of one line ends with a note about itself."""
    return INLINE.search(value) is not None
