import pytest

from ingest.language import ArticleText, LanguageOptions, assess, language_name, language_of_path, normalise_tag

TAGS = {
    "zh_CN": "zh-CN", "zh-cn": "zh-CN", "cn": "zh-CN", "chinese": "zh", "中文": "zh", "简体中文": "zh-Hans",
    "繁體中文": "zh-Hant", "zh-hant-tw": "zh-Hant-TW", "tw": "zh-TW", "en-US": "en-US", "EN_us": "en-US",
    "en_GB.UTF-8": "en-GB", "en-uk": "en-GB", "English": "en", "eng": "en", "nb": "nb", "no": "no", "jp": "ja",
    "日本語": "ja", "한국어": "ko", "Português": "pt", "pt-br": "pt-BR", "Brazilian Portuguese": "pt-BR",
    "es-419": "es-419", "sr-latn-rs": "sr-Latn-RS", "de-1996": "de-1996", "yue": "yue", " fr ": "fr",
}  # fmt: skip


@pytest.mark.parametrize(("text", "tag"), TAGS.items())
def test_a_language_as_people_write_it(text: str, tag: str) -> None:
    assert normalise_tag(text) == tag


@pytest.mark.parametrize("text", ["", "x", "klingon", "xx", "foo", "en, zh", "true", "1", "en-", "-", "a" * 100_000])
def test_what_is_no_language(text: str) -> None:
    assert normalise_tag(text) is None


@pytest.mark.parametrize(
    ("tag", "name"),
    [("zh-Hans", "Simplified Chinese"), ("en", "English"), ("en-GB", "English (en-GB)"), ("de-DE", "German (de-DE)"),
     ("zh-Hans-CN", "Chinese (zh-Hans-CN)"), ("nb", "Norwegian Bokmål"),
     ("und", "undetermined"), ("und-Cyrl", "an unknown language in Cyrillic script"), ("gl", "gl")],
)  # fmt: skip
def test_the_name_of_a_language(tag: str, name: str) -> None:
    assert language_name(tag) == name


PATHS = {
    "content/zh/post.md": "zh", "content/english/post.md": "en", "post.en.md": "en", "index.zh-cn.mdx": "zh-CN",
    "README.zh_CN.md": "zh-CN", "i18n/zh-Hans/docusaurus-plugin-content-docs/current/a.md": "zh-Hans",
    "i18n/it/a.md": "it", "_posts/2024-01-01-ma-vie-fr.md": "fr", "_posts/fr/2024-01-01-x.md": "fr",
    "docs/zh-CN/a.md": "zh-CN", "src/content/docs/ja/x.mdx": "ja", "/en/x.md": "en", "de/a.md": "de",
    "source/_posts/ko/a.md": "ko", "docs/nl/a.md": "nl", "nl-BE/a.md": "nl-BE", "a/b/pt-BR/c.md": "pt-BR",
    "cn/a.md": "zh-CN",
}  # fmt: skip


@pytest.mark.parametrize(("path", "tag"), PATHS.items())
def test_the_language_of_a_path(path: str, tag: str) -> None:
    assert language_of_path(path) == tag


@pytest.mark.parametrize(
    "path",
    ["is/a.md", "nl/a.md", "pl/a.md", "vi/a.md", "tw/a.md", "./uk/a.md",
     "it/a.md", "no/a.md", "ml/a.md", "cs/a.md", "notes/de/a.md", "to-do/a.md",
     "_posts/2024-01-01-what-is-it.md",
          "_posts/2024-01-01-just-say-no.md",
     "my-site/a.md", "de-code/a.md", "go-libs/a.md", "v1.2.md", "jquery.min.md", "en.md", "",
     "a.md",      "ai-news/en-passant.md"],
)  # fmt: skip
def test_a_word_in_a_path_is_no_language(path: str) -> None:
    assert language_of_path(path) is None


def test_configured_languages_decide_what_a_folder_may_mean() -> None:
    assert language_of_path("it/a.md", ("en", "it")) == "it"
    assert language_of_path("nl/a.md", ("en", "nl")) == "nl"
    assert language_of_path("de/a.md", ("en", "it")) is None
    assert language_of_path("_posts/2024-01-01-what-is-it.md", ("en", "it")) is None


@pytest.mark.parametrize(
    ("declared", "body", "mismatch"),
    [
        ("en", "zh", ("zh-Hans", "en")), ("zh_CN", "en", ("en", "zh-CN")), ("fr", "es", ("es", "fr")),
        ("Russian", "ar", ("ar", "ru")), ("de-AT", "pl", ("pl", "de-AT")), ("ko", "ja", ("ja", "ko")),
        ("gl", "ja", ("ja", "gl")), ("en-US", "hi", ("hi", "en-US")),
        ("zh-CN", "zh", None), ("cn", "zh", None), ("en-GB", "en", None), ("pt-BR", "pt", None), ("gl", "pt", None),
        ("nb", "en", ("en", "nb")), ("yue", "zh", None), ("sr", "ru", None), ("klingon", "en", None),
        (None, "en", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "options",
    [
        LanguageOptions(),
        LanguageOptions(("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pl", "pt", "ru", "zh")),
    ],
)
def test_the_declared_language_against_the_body(
    bodies: dict[str, tuple[str, ...]],
    declared: str | None,
    body: str,
    mismatch: tuple[str, str] | None,
    options: LanguageOptions,
) -> None:
    found = assess(ArticleText(passages=bodies[body], declared=declared), options).declared_mismatch
    assert (found and (found.found, found.expected)) == mismatch


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [("content/fr/a.md", "de", "fr"), ("a.zh-TW.md", "en", "zh-TW"), ("i18n/ko/a.md", "zh", "ko"),
     ("content/fr/a.md", "fr", None), ("a/de/b.md", "en", None), ("ja/a.md", "ja", None)],
)  # fmt: skip
def test_the_path_against_the_body(
    bodies: dict[str, tuple[str, ...]], path: str, body: str, expected: str | None
) -> None:
    mismatch = assess(ArticleText(passages=bodies[body], path=path)).path_mismatch
    assert (mismatch and mismatch.expected) == expected


def test_a_few_words_contradict_nobody() -> None:
    assert assess(ArticleText(passages=("See below.",), declared="zh")).declared_mismatch is None


SIMPLIFIED = "从下个月起，市图书馆在星期六和星期日开放到晚上九点，读者可以自助借书，也可以预约学习室。"
TRADITIONAL = "從下個月起，市圖書館在星期六和星期日開放到晚上九點，讀者可以自助借書，也可以預約學習室。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ArticleText(title="圖書館延長開放時間", passages=(SIMPLIFIED,)), "zh-Hant"),
        (ArticleText(title="图书馆延长开放时间", passages=(TRADITIONAL,)), "zh-Hans"),
        (ArticleText(passages=(SIMPLIFIED,), declared="zh-TW"), "zh-Hans"),
        (ArticleText(passages=(TRADITIONAL,), path="docs/zh-CN/a.md"), "zh-Hant"),
        (ArticleText(passages=(SIMPLIFIED * 3, TRADITIONAL)), "zh-Hant"),
        (ArticleText(passages=(SIMPLIFIED * 8, TRADITIONAL * 6)), "zh-Hant"),
        (ArticleText(passages=(SIMPLIFIED * 20, TRADITIONAL * 10)), "zh-Hant"),
        (ArticleText(passages=(SIMPLIFIED * 20, "臺灣的學習")), None),
        (ArticleText(passages=(SIMPLIFIED,), description="圖書館週末開放到九點"), "zh-Hant"),
        (ArticleText(title="图书馆延长开放时间", passages=(SIMPLIFIED,), declared="zh_CN"), None),
        (ArticleText(title="人口", passages=(SIMPLIFIED,), declared="zh"), None),
        (ArticleText(title="臺北之行", passages=(SIMPLIFIED * 10,)), None),
        (ArticleText(passages=("人口和山水",), declared="zh-TW"), None),
        (ArticleText(passages=("図書館は来月から夜九時まで開くことになった。",), declared="ja"), None),
    ],
)
def test_simplified_against_traditional(text: ArticleText, found: str | None) -> None:
    mismatch = assess(text, LanguageOptions(("en", "ja", "zh"))).chinese_mismatch
    assert (mismatch and mismatch.found) == found
