"""Texts in the encodings from before Unicode: GB18030, Big5 and windows-1252, told apart by what they would say."""

import codecs
import re
from dataclasses import dataclass

from ingest.source.han import COMMON_HAN

_CHINESE = ("gb18030", "big5", "cp950", "big5hkscs")
_SAMPLE = 65_536
# The least share of common characters: a Chinese text has 0.6 and more of them, Japanese or Korean bytes read as
# Chinese at most 0.5, most below 0.4. Of a title with a few characters only one may be common.
_LEAST, _LEAST_OF_FEW, _FEW = 0.5, 0.3, 8
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff]")
_PUNCTUATION = frozenset("–•×°，。、：；？！“”‘’「」『』《》（）—…·　【】％～")
# What a Western article has besides ASCII: letters beside letters, and the typographer's marks.
_WESTERN = re.compile(
    r"(?<=[A-Za-z\s\"'(\[])[À-ÖØ-öø-ÿŒœŠšŽžŸ]|[À-ÖØ-öø-ÿœšž](?=[a-z\s.,;:!?])|[‘’“”–—…•€£©®™°«»¿¡§·×½\xa0]"
)
_WESTERN_MOST, _WESTERN_LEAST = 0.3, 0.9
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Legacy:
    """A text and the Python codec that reads it."""

    codec: str
    text: str


def read_legacy(data: bytes) -> Legacy | None:
    """Return the text of bytes that are not Unicode, or None where no reading of them makes sense.

    The first 64 kB say which encoding it is; the rest must be readable in it too.
    """
    western = _is_western(_sample(data, "cp1252"))
    codecs_in_order = _chinese_codecs(data)
    if western:
        codecs_in_order = ["cp1252", *codecs_in_order] if _are_alone(data) else [*codecs_in_order, "cp1252"]
    return next((reading for codec in codecs_in_order if (reading := _reading(data, codec))), None)


def _chinese_codecs(data: bytes) -> list[str]:
    """Return the codecs that make Chinese of the bytes, the likeliest first."""
    shares = {codec: _common_share(_sample(data, codec)) for codec in _CHINESE}
    return sorted((codec for codec in _CHINESE if shares[codec]), key=shares.__getitem__, reverse=True)


def _common_share(text: str) -> float:
    """Return the share of common characters among those that are not ASCII, or 0 where it is too small for Chinese."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0
    share = sum(character in COMMON_HAN or character in _PUNCTUATION for character in foreign) / len(foreign)
    return share if share >= (_LEAST_OF_FEW if len(foreign) <= _FEW else _LEAST) else 0


def _is_western(text: str) -> bool:
    foreign = sum(character > "\x7f" for character in text)
    return 0 < foreign <= len(text) * _WESTERN_MOST and len(_WESTERN.findall(text)) >= foreign * _WESTERN_LEAST


def _are_alone(data: bytes) -> bool:
    """Whether most bytes above ASCII have none beside them: accents do, a Chinese character has two such bytes."""
    runs = _HIGH_BYTES.findall(data[:_SAMPLE])
    return sum(len(run) == 1 for run in runs) * 2 > len(runs)


def _sample(data: bytes, codec: str) -> str:
    """Return the beginning of the text, or nothing where the codec does not read it."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)
    except UnicodeDecodeError:
        return ""


def _reading(data: bytes, codec: str) -> Legacy | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _NOT_TEXT.search(text) else Legacy(codec, text)
