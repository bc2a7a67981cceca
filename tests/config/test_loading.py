"""A configuration is read, and a wrong key is named with its line."""

from pathlib import Path

import pytest

from ingest.config import Config, ConfigError, ConfigFile, article_options, find_config, load_config, selection_of
from ingest.errors import IngestError
from ingest.findings import Severity


def loaded(text: str, prefix: tuple[str, ...] = ()) -> Config:
    return load_config(ConfigFile("ingest.toml", "/somewhere", text, prefix))


def test_every_kind_of_key_is_read() -> None:
    config = loaded(
        'languages = ["zh", "en"]\ncollection = "news"\nrequired = ["date"]\n'
        '[limits]\ndepth = 8\n[rules.LG001]\nseverity = "error"\nwords = 2\n[per_file_ignores]\n"a/*" = ["BD"]\n'
    )
    assert (config.languages, config.collection, config.required) == (("zh", "en"), "news", ("date",))
    assert config.limits.depth == 8
    assert config.limits.nodes == 10_000
    assert (config.rules["LG001"].severity, config.rules["LG001"].words) == (Severity.ERROR, 2)
    assert config.per_file_ignores == {"a/*": ("BD",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('collection = "a"\nlangauges = ["zh"]\n', "ingest.toml:2: unknown key 'langauges'; did you mean 'languages'?"),
        ("\n[limits]\ndepht = 3\n", "ingest.toml:3: unknown key 'limits.depht'"),
        ('languages = "zh"\n', "ingest.toml:1: languages"),
        ('[rules.LG001]\nseverity = "loud"\n', "ingest.toml:2: rules.LG001.severity"),
        ("\n[rules.LG999]\n", "ingest.toml:2: no rule is called 'LG999'"),
        ("a = \n", "ingest.toml:1"),
        ('collection = "a"\nignore = ["XX1"]\n', "ingest.toml:2: ignore: "),
        ('\n[per_file_ignores]\n"a/*" = ["LG9"]\n', "ingest.toml:3: per_file_ignores: "),
        ('languages = ["klingon"]\n', "ingest.toml:1: languages: "),
        ("[rules.LG004]\nshare = -4\n", "ingest.toml:2: rules.LG004.share: a number of 0 to 1 is needed"),
        ("[rules.LG001]\nratio = nan\n", "ingest.toml:2: rules.LG001.ratio: a number of 0 or more is needed"),
        ("[rules.FM001]\nratio = 3\n", "ingest.toml:2: FM001 has no option 'ratio'; it has severity"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        loaded(text)
    assert str(error.value).startswith(expected)


def test_pyproject_holds_it_in_a_table_of_its_own() -> None:
    text = '[project]\nname = "site"\n\n[tool.ingest]\nlanguages = ["zh"]\n'
    assert loaded(text, ("tool", "ingest")).languages == ("zh",)


def test_a_wrong_key_in_pyproject_has_the_line_of_the_file() -> None:
    with pytest.raises(ConfigError, match=r"ingest\.toml:3: unknown key 'nope'"):
        loaded("[tool.ingest]\n\nnope = 1\n", ("tool", "ingest"))


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    inner = tmp_path / "site" / "zh"
    inner.mkdir(parents=True)
    (tmp_path / "ingest.toml").write_text('collection = "outer"\n')
    (tmp_path / "site" / "pyproject.toml").write_text('[tool.ingest]\ncollection = "inner"\n')
    (inner / "pyproject.toml").write_text('[project]\nname = "no table of ours"\n')
    found = find_config(str(inner / "a.md"))
    assert found is not None
    assert load_config(found).collection == "inner"
    assert found.root == str(tmp_path / "site")


def test_ingest_toml_comes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "ingest.toml").write_text('collection = "own"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.ingest]\ncollection = "project"\n')
    found = find_config(str(tmp_path))
    assert found is not None
    assert load_config(found).collection == "own"


def test_rules_are_selected_extended_and_silenced() -> None:
    config = loaded('select = ["LG", "BD001"]\nextend_select = ["title-missing"]\nignore = ["LG004"]\n')
    enabled = selection_of(config).enabled
    assert {"LG001", "BD001", "SC001"} <= enabled
    assert not {"LG004", "BD002", "FM001"} & enabled


def test_a_rule_can_be_switched_off_or_made_louder() -> None:
    selection = selection_of(loaded('[rules.BD002]\nseverity = "off"\n[rules.LG001]\nseverity = "error"\n'))
    assert "BD002" not in selection.enabled
    assert selection.severities == {"LG001": Severity.ERROR}


def test_an_unknown_selector_is_an_error_of_usage() -> None:
    with pytest.raises(IngestError, match="'LG9'"):
        selection_of(Config(select=("LG9",)))


def test_thresholds_reach_the_language_options() -> None:
    options = article_options(loaded("[rules.LG004]\nshare = 0.5\nwords = 99\n[rules.LG001]\nwords = 3\n"))
    assert (options.language.mixed_share, options.language.mixed_words, options.language.title_words) == (0.5, 99, 3)


@pytest.mark.parametrize("reference", ["nowhere:Post", "json:JSONDecoder", "json:nothing"])
def test_a_model_that_is_none_is_an_error_of_usage(reference: str) -> None:
    with pytest.raises(IngestError, match=reference):
        article_options(Config(metadata_model=reference))
