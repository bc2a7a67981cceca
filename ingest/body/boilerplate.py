"""Words that stand on a page without being its article: thanks, notices, what a site or an assistant puts below.

Only shapes that no article consists of. They count for two questions: whether anything else is left to read, and
whether anything but them follows a line of `---`. The text itself is never dropped for it.
"""

import re
from functools import lru_cache

LONGEST = 300

_FOOTER = (
    r"(?i)(?:感谢|谢谢|多谢|感謝|謝謝)(?:您|你|大家|各位|读者|讀者)*(?:的)?(?:耐心)?(?:阅读|閱讀|收看|观看|觀看|浏览|瀏覽|收听|收聽)"
    r"|thank(?:s| you)(?: very much| so much| a lot)? for (?:reading|watching|visiting|listening|stopping by)"
    r"|(?:版权|版權)(?:所有|声明|聲明|归|歸)"
    r"|(?:未经|未經)(?:授权|授權|许可|許可|允许|允許)"
    r"|(?:如需)?(?:转载|轉載)(?:请|請|须|需)"
    r"|(?:all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|©)"
    r"|(?:免责声明|免責聲明|disclaimer)\s*[：:]"
    r"|(?:以上|本文|上述)(?:内容|信息)?(?:仅|僅)供参考"
)
_LEAD = " \t*_（(【[>#-—|·"
# What the pattern can begin with, and what follows it there: nearly every passage is done with these two looks.
_BEGINNINGS = (
    "感谢謝 谢谢 謝謝 多谢 版权權 未经經 如需 转载 轉載 免责責 以上 本文 上述 © thH ThH alL AlL coO CoO diIİı DiIİı"
)
_SECOND = {beginning[0]: beginning[1:] for beginning in _BEGINNINGS.split()}
MAY_BEGIN = frozenset(_SECOND) | frozenset(_LEAD)
"""What a footer can begin with."""


def is_site_footer(text: str) -> bool:
    """Return whether a passage thanks the reader, names the rights or disclaims, and nothing else."""
    if text[:1] not in MAY_BEGIN or len(text) > LONGEST:
        return False
    bare = text.lstrip(_LEAD)
    second = _SECOND.get(bare[:1])
    return second is not None and (not second or bare[1:2] in second) and _begins_as_one(bare)


@lru_cache(maxsize=256)  # a site puts the same few below every article
def _begins_as_one(bare: str) -> bool:
    return re.match(_FOOTER, bare) is not None
