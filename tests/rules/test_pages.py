"""The pages of the rules are true: their bad articles raise the rule and no other, their good ones raise nothing."""

import re

import pytest

from ingest import Config, parse_article
from ingest.config import ConfigFile, load_config
from ingest.findings import CODES, Severity
from ingest.rules.pages import Example, page_of

# What these are about is no text: bytes, pipes, sizes, two files at once.
WITHOUT_EXAMPLE = {"IO001", "IO002", "IO003", "IO004", "SC011"}
SETTINGS = re.compile(r"^```toml ingest\.toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_page(code: str) -> None:
    page = page_of(code)
    assert page.why
    assert page.bad
    assert page.good
    assert page.fix
    assert (page.bad_example is None, page.good_example is None) == (code in WITHOUT_EXAMPLE,) * 2


@pytest.mark.parametrize("code", sorted(CODES.keys() - WITHOUT_EXAMPLE))
def test_only_the_rule_speaks_about_its_bad_article(code: str) -> None:
    page = page_of(code)
    assert page.bad_example is not None
    findings = _findings(page.bad_example, _config(page.options))
    assert code in {found for found, _ in findings}
    assert {found for found, severity in findings if severity is not Severity.INFO} <= {code}


@pytest.mark.parametrize("code", sorted(CODES.keys() - WITHOUT_EXAMPLE))
def test_nothing_is_said_about_the_good_article(code: str) -> None:
    page = page_of(code)
    assert page.good_example is not None
    findings = _findings(page.good_example, _config(page.options))
    assert code not in {found for found, _ in findings}
    assert [found for found, severity in findings if severity is not Severity.INFO] == []


@pytest.mark.parametrize("code", CODES)
def test_the_options_are_a_valid_configuration(code: str) -> None:
    _config(page_of(code).options)


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        page_of("XX999")


def _config(options: str) -> Config:
    match = SETTINGS.search(options)
    return Config() if match is None else load_config(ConfigFile("ingest.toml", "", match[1], ()))


def _findings(example: Example, config: Config) -> list[tuple[str, Severity]]:
    result = parse_article(example.text.encode(), example.path, config)
    return [(finding.code, finding.severity) for finding in result.findings]
