"""An assistant's own words around an article: how it begins, how it ends, and the prompt that it repeats.

High precision comes from three conditions together: the place (the first or last passages, boilerplate aside), the
start of a sentence, and a phrase that speaks about the text as work done for somebody. An article that quotes such
words in its middle is not meant.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from ingest.body.assistant_words import (
    CLOSING,
    LEAD,
    LONGEST_SENTENCE,
    afterword,
    is_acknowledgement,
    may_be_talk,
    may_prompt,
    may_speak,
    preamble,
    prompt,
)
from ingest.body.boilerplate import MAY_BEGIN, is_site_footer
from ingest.body.model import AssistantPhrase, AssistantPhraseKind, Body, Passage, PassageKind

Find: TypeAlias = Callable[[str], re.Match[str] | None]
"""Finds an assistant's words in a sentence."""

FIRST_PASSAGES = 2
LAST_PASSAGES = 4
LONGEST_TALK = 800
# A prompt comes back in the same words in article after article: what is said of a short text is kept.
_LONGEST_KEPT = 200

# Each becomes `。`, at which the text is split: a fifth of the time that a pattern takes.
_SENTENCE_ENDS = (("！", "。"), ("？", "。"), ("!", "。"), ("?", "。"), (". ", "。 "), (".\n", "。\n"))


def assistant_phrases(body: Body) -> tuple[AssistantPhrase, ...]:
    """Return the assistant's words at the start and end of a body, in order, at most one per passage and kind."""
    first, last, outer = _outer(body.passages)
    found = _preamble(first, body)
    if may_speak("。".join([passage.text for passage in outer])):
        found += _behind_the_start(last, outer, body)
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.line, phrase.end_line))) if found else ()


def _outer(passages: Sequence[Passage]) -> tuple[Sequence[Passage], Sequence[Passage], Sequence[Passage]]:
    """Return the first own passages, the last ones from the end, and both: in a short body some are first and last."""
    if len(passages) <= FIRST_PASSAGES + LAST_PASSAGES:
        own = _own(passages, len(passages))
        return own[:FIRST_PASSAGES], own[: -LAST_PASSAGES - 1 : -1], own
    first, last = _own(passages, FIRST_PASSAGES), _own(reversed(passages), LAST_PASSAGES)
    return first, last, [*first, *last]


def _own(passages: Iterable[Passage], most: int) -> list[Passage]:
    """Return so many passages, those left out that are the site's."""
    own: list[Passage] = []
    for passage in passages:
        text = passage.text
        if text[:1] not in MAY_BEGIN or not is_site_footer(text):
            own.append(passage)
            if len(own) == most:
                break
    return own


def _behind_the_start(last: Sequence[Passage], outer: Sequence[Passage], body: Body) -> list[AssistantPhrase]:
    """Return the prompts that are repeated, and what stands after the work, at its end."""
    speaking = [passage for passage in outer if may_speak(passage.text)]
    prompting = [passage for passage in speaking if may_prompt(passage.text)]
    ending = [passage for passage in last if passage in speaking]
    found = _phrases(prompting, AssistantPhraseKind.PROMPT_ECHO, prompt, body)
    return found + _phrases(ending, AssistantPhraseKind.AFTERWORD, afterword, body)


def is_assistant_talk(text: str) -> bool:
    """Return whether a passage consists of an assistant's words alone."""
    return len(text) <= LONGEST_TALK and may_be_talk(text) and _is_all_talk(text)


@lru_cache(maxsize=256)
def _is_all_talk(text: str) -> bool:
    speaks = False
    for sentence in _sentences(text):
        if afterword(sentence) or preamble(sentence):
            speaks = True
        elif is_acknowledgement(sentence) or not any(map(str.isalnum, sentence)):
            continue
        elif prompt(sentence):
            speaks = True
        else:
            return False
    return speaks


def _preamble(first: Iterable[Passage], body: Body) -> list[AssistantPhrase]:
    """Return the words at the very start of a passage: `Sure! Here's …` is two sentences."""
    for passage in first:
        kind, text, _, _ = passage
        if kind is not PassageKind.HEADING:
            start = text[:LONGEST_SENTENCE]
            match = None if kind is PassageKind.QUOTE else preamble(start)
            return [_phrase(AssistantPhraseKind.PREAMBLE, passage, start, match, body)] if match else []
    return []


def _phrases(passages: Iterable[Passage], kind: AssistantPhraseKind, find: Find, body: Body) -> list[AssistantPhrase]:
    phrases: list[AssistantPhrase] = []
    for passage in passages:
        if passage.kind is PassageKind.QUOTE:
            continue
        text = passage.text
        match = _first_match(find, text) if len(text) <= _LONGEST_KEPT else _first_match.__wrapped__(find, text)
        if match is not None:
            phrases.append(_phrase(kind, passage, match.string, match, body))
    return phrases


@lru_cache(maxsize=256)
def _first_match(find: Find, text: str) -> re.Match[str] | None:
    """Return the match in the first sentence of a text that has one."""
    for sentence in _sentences(text):
        match = find(sentence)
        if match is not None:
            return match
    return None


def _phrase(
    kind: AssistantPhraseKind, passage: Passage, sentence: str, match: re.Match[str], body: Body
) -> AssistantPhrase:
    return AssistantPhrase(kind, _line(passage, match[0][:8], body), passage.end_line, sentence)


def _sentences(text: str) -> list[str]:
    for end, stop in _SENTENCE_ENDS:
        text = text.replace(end, stop)
    first, *others = text.split("。")
    pieces = [first, *[piece[1:] if piece[:1] in CLOSING else piece for piece in others]]
    return [bare for piece in pieces if (bare := piece.strip(LEAD))]


def _line(passage: Passage, words: str, body: Body) -> int:
    """Return the line of a passage in which words stand, its first if they cannot be found."""
    if passage.line == passage.end_line:
        return passage.line
    lines = body.markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number in range(passage.line, min(passage.end_line, len(lines)) + 1):
        if words in lines[number - 1]:
            return number
    return passage.line
