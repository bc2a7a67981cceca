"""Texts that stand where a text should be: `None`, `null`, `TODO`, nothing but punctuation."""

# Compared without case and without the punctuation around them. Layers that have words of their own take these too.
PLACEHOLDERS = frozenset(
    """
    none|null|nil|undefined|nan|n/a|na|todo|tbd|tba|tbc|fixme|xxx|empty|placeholder|lorem ipsum|no content|no body
    content not found|body not found|coming soon|object object|insert content here|your content here
    无|無|空|暂无|暫無|暂无内容|暫無內容|无内容|無內容|没有内容|沒有內容|内容为空|內容為空|正文未找到|未找到正文|未找到内容|无正文
    待补充|待補充|待填写|待完善|待定|未定义
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
LONGEST = max(map(len, PLACEHOLDERS))
_EDGES = " \t\r\n\u3000\"'`“”‘’「」『』《》()（）[]【】{}<>*_#~-—–=+|\\/.。,，、:：;；!！?？…·\ufeff\u200b"


def is_placeholder(text: str) -> bool:
    """Return whether a text only holds a place: a word such as `None` or `暂无`, or no letter and no digit at all."""
    bare = text.strip(_EDGES)
    if not bare:
        return True
    if len(bare) > LONGEST:
        return not any(map(str.isalnum, bare))
    return bare.casefold() in PLACEHOLDERS or not any(map(str.isalnum, bare))
