"""The language that a path names, by the conventions of site generators.

* A file name's last part before the extension: `post.en.md`, `index.zh-cn.mdx` (Hugo, i18next, MkDocs).
* A directory that is a language with a region or script, anywhere: `docs/zh-CN/…`, `i18n/zh-Hans/…` (Docusaurus).
* A directory that is a plain language where generators put it: first in the path (`en/…`), or right below a folder of
  content (`content/zh/…`, `src/content/docs/ja/…`, `i18n/fr/…`, `_posts/fr/…`). English names count below one of
  those folders, too (`content/english/…`).
* The end of a dated post's name: `_posts/2024-01-01-title-fr.md` (Jekyll).

`is/`, `it/`, `no/`, `ml/` and their like are words or abbreviations as often as languages. They count only below a
folder that holds nothing but languages (`i18n/it/…`), or where the site's languages are configured and name them;
at the end of a post's name (`what-is-it.md`) never. With configured languages, only those count at all. Without them a
folder at the top of the project counts if its name can hardly be anything else (`en/`, `zh/`, `ja/`, …), for `nl/` may
hold newlines, `pl/` Perl and `vi/` an editor.
"""

import re
from functools import lru_cache

from ingest.language.candidates import LANGUAGES
from ingest.language.names import TAG_OF_NAME
from ingest.language.tags import normalise_tag, primary

_LANGUAGE_FOLDER_NAMES = "i18n _i18n l10n locale locales lang langs language languages translations translated_docs"
_CONTENT_FOLDER_NAMES = (
    "content contents docs doc documentation posts _posts post blog blogs articles news pages _pages source src site "
    "website wiki guide guides tutorials"
)
_LANGUAGE_FOLDERS = frozenset(_LANGUAGE_FOLDER_NAMES.split())
_CONTENT_FOLDERS = _LANGUAGE_FOLDERS.union(_CONTENT_FOLDER_NAMES.split())
_WORDLIKE = "am an as ar be cs do et ga he hi hr id io is it la li lo me ml my no oc or os pa ps ro se si so sw tl to"
_WORDS = frozenset(_WORDLIKE.split())
_UNMISTAKABLE = frozenset({"cn", "de", "en", "es", "fr", "ja", "jp", "ko", "kr", "pt", "ru", "zh"})
_SUBTAG_NAMES = (
    "hans hant latn cyrl arab deva 419 001 cn tw hk mo sg us gb uk ca au nz ie in za br pt es mx ar cl co pe ve fr be "
    "ch de at it nl dk no se fi pl cz sk hu ro bg gr ru ua tr il sa ae eg ir pk bd th vn id my ph jp kr"
)
_SUBTAGS = frozenset(_SUBTAG_NAMES.split())
_COUNTRIES = {"cn": "zh-CN", "tw": "zh-TW", "jp": "ja", "kr": "ko"}
_PLAIN = re.compile(r"[A-Za-z]{2}")
_REGIONAL = re.compile(r"([A-Za-z]{2,3})[-_]([A-Za-z]{4}|[A-Za-z]{2}|419|001)")
_THREE_LETTERS = 3
"""Names of three letters are ISO 639-2 codes, and words: `est/`, `ben/`."""
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.*[-_](?P<code>[A-Za-z]{2})")


def language_of_path(path: str, candidates: tuple[str, ...] = ()) -> str | None:
    """Return the BCP 47 tag that a POSIX path names, `None` where it names none or only seems to."""
    folders, _, name = path.rpartition("/")
    name = name.rpartition(".")[0] or name
    stem, dot, suffix = name.rpartition(".")
    tag = _code(suffix, candidates) if dot and stem else None
    return tag or (_of_folders(folders, candidates) if folders else None) or _post(name, candidates)


@lru_cache(maxsize=256)  # many articles lie in one folder
def _of_folders(path: str, candidates: tuple[str, ...]) -> str | None:
    """Return the language of the first directory of a path that names one."""
    parent = ""
    for folder in path.split("/"):
        if folder in {"", "."}:
            continue
        tag = _folder(folder, parent, candidates)
        if tag:
            return tag
        parent = folder.lower()
    return None


def _folder(folder: str, parent: str, candidates: tuple[str, ...]) -> str | None:
    """Return the language of a directory below `parent` (empty at the top)."""
    if _REGIONAL.fullmatch(folder):
        return _code(folder, candidates)
    if parent and parent not in _CONTENT_FOLDERS:
        return None
    if _PLAIN.fullmatch(folder):
        if not (parent or candidates or folder.lower() in _UNMISTAKABLE):
            return None
        return _code(folder, candidates, trusted=parent in _LANGUAGE_FOLDERS)
    named = TAG_OF_NAME.get(folder.lower()) if parent and len(folder) != _THREE_LETTERS else None
    return named if named and _expected(named, candidates) else None


def _code(code: str, candidates: tuple[str, ...], *, trusted: bool = False) -> str | None:
    """Return a code as a tag if it is one that is expected here; `trusted` where nothing but languages stands."""
    regional = _REGIONAL.fullmatch(code)
    if not regional and not _PLAIN.fullmatch(code):
        return None
    if regional and regional[2].lower() not in _SUBTAGS:
        return None
    tag = normalise_tag(_COUNTRIES.get(code.lower(), code))
    if tag is None or not _expected(tag, candidates):
        return None
    return None if tag.partition("-")[0] in _WORDS and not (trusted or candidates) else tag


def _expected(tag: str, candidates: tuple[str, ...]) -> bool:
    return primary(tag) in (candidates or LANGUAGES)


def _post(name: str, candidates: tuple[str, ...]) -> str | None:
    match = _DATED.fullmatch(name) if name[-3:-2] in {"-", "_"} else None
    if match is None or match["code"].lower() in _WORDS:
        return None
    return _code(match["code"], candidates)
