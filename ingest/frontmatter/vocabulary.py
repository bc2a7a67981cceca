"""The names that front matter is written in: which keys mean which field, over all generators and in Chinese."""

import unicodedata
from functools import lru_cache

from ingest.frontmatter.other_keys import OTHER_KEYS

# The first name is the canonical one. A dotted name is a key inside a mapping.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "标题", "標題", "题目", "題目", "文章标题", "文章標題", "headline", "name"),
    "date": (
        "date", "日期", "发布日期", "發佈日期", "发布时间", "發佈時間", "时间", "時間",
        "created", "created_at", "pubDate", "publishDate", "publish_date", "published_at", "datePublished",
        "创建日期", "創建日期", "创建时间", "創建時間", "date.created", "published",
    ),
    "updated": (
        "updated", "lastmod", "modified", "updatedDate", "updated_at", "last_modified_at", "lastUpdated",
        "last_update.date", "date.updated", "dateModified", "modified_at",
        "更新日期", "更新时间", "更新時間", "修改日期", "修改时间", "修改時間",
    ),
    "authors": ("authors", "author", "作者", "byline", "writer"),
    "translators": ("translators", "translator", "译者", "譯者", "翻译", "翻譯"),
    "editors": ("editors", "editor", "编辑", "編輯"),
    "reviewers": ("reviewers", "reviewer", "校对", "校對"),
    "tags": (
        "tags", "tag", "标签", "標籤", "labels", "taxonomies.tags",
        "keywords", "关键词", "關鍵詞", "关键字", "關鍵字",
    ),
    "categories": (
        "categories", "category", "分类", "分類", "栏目", "欄目", "section", "classify", "taxonomies.categories",
    ),
    "lang": ("lang", "language", "locale", "语言", "語言"),
    "slug": ("slug", "urlname", "permalink"),
    "draft": ("draft", "草稿", "published", "publish", "status"),
    "description": (
        "description", "summary", "abstract", "desc", "ogSummary", "摘要", "描述", "简介", "簡介",
    ),
    "image": (
        "image", "cover", "thumbnail", "heroImage", "featured_image", "cover_img", "ogImage", "banner", "top_img",
        "封面",
    ),
    "translation_key": ("translation_key", "translationKey", "translation_id", "ref", "i18n_key"),
    "source_url": (
        "source_url", "via", "source", "original", "canonical", "canonical_url", "externalUrl",
        "来源", "來源", "原文链接", "原文鏈接",
    ),
    "url": ("url", "permalink"),
}  # fmt: skip

# Longer than any name above, so a longer key has no need of folding: NFKC takes time that grows
# with the square of a pile of combining marks.
_LONGEST_KEY = 64


@lru_cache(maxsize=4096)
def fold_key(key: str) -> str:
    """Return a key as it is compared: without case, width, `_` and `-`; one over 64 characters as it is."""
    if len(key) > _LONGEST_KEY:
        return key
    return unicodedata.normalize("NFKC", key).casefold().replace("_", "").replace("-", "").strip()


FIELDS_BY_KEY: dict[str, tuple[str, ...]] = {}
for _field, _names in FIELD_NAMES.items():
    for _name in _names:
        _folded = fold_key(_name)
        FIELDS_BY_KEY[_folded] = (*FIELDS_BY_KEY.get(_folded, ()), _field)


@lru_cache(maxsize=1)
def known_keys() -> frozenset[str]:
    """Return every key that a generator or this project knows, folded."""
    return frozenset(map(fold_key, OTHER_KEYS)) | frozenset(FIELDS_BY_KEY)
