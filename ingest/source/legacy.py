"""Texts in the encodings from before Unicode: GB18030, Big5 and windows-1252, told apart by what they would say."""

import re
from dataclasses import dataclass

from ingest.source.han import COMMON_HAN

_CHINESE = ("gb18030", "big5", "cp950", "big5hkscs")
_SAMPLE_BYTES = 65_536
# Of the Han characters of a Chinese text 50-80 % are among the thousand commonest; of the same bytes read in the wrong
# encoding 2-8 % are.
_CHINESE_LEAST = 0.3
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_PUNCTUATION = frozenset("，。、：；？！“”‘’「」『』《》（）—…·　【】％～")
# What a Western article has besides ASCII: letters between letters, and typographer's marks.
_WESTERN = re.compile(
    r"(?<=[A-Za-z\s\"'(\[])[À-ÖØ-öø-ÿŒœŠšŽžŸ]|[À-ÖØ-öø-ÿœšž](?=[a-z\s.,;:!?])|[‘’“”–—…•€£©®™°«»¿¡§·×½\xa0]"
)
_WESTERN_MOST = 0.3


@dataclass(frozen=True, slots=True)
class Legacy:
    """A text and the Python codec that reads it."""

    codec: str
    text: str


def read_legacy(data: bytes) -> Legacy | None:
    """Return the text of bytes that are not Unicode, or None where no reading of them makes sense."""
    chinese = max(
        (reading for codec in _CHINESE if (reading := _reading(data, codec))), key=_chinese_score, default=None
    )
    if chinese is not None and _chinese_score(chinese) >= _CHINESE_LEAST:
        return chinese
    western = _reading(data, "cp1252")
    return western if western is not None and _is_western(western.text) else None


def _reading(data: bytes, codec: str) -> Legacy | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _NOT_TEXT.search(text) else Legacy(codec, text)


def _chinese_score(reading: Legacy) -> float:
    """Return the share of common characters among those that are not ASCII, from 0 to 1."""
    foreign = [character for character in reading.text[:_SAMPLE_BYTES] if character > "\x7f"]
    if not foreign:
        return 0.0
    common = sum(character in COMMON_HAN or character in _PUNCTUATION for character in foreign)
    return common / len(foreign)


def _is_western(text: str) -> bool:
    foreign = sum(character > "\x7f" for character in text)
    return foreign <= len(text) * _WESTERN_MOST and len(_WESTERN.findall(text)) >= foreign * 0.9
