"""The hooks for pre-commit, with the file names that pre-commit really hands over."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parent.parent
MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
NO_NETWORK = (
    "Could not find a version",
    "Temporary failure in name resolution",
    "Failed to establish a new connection",
)
GOOD = "---\ntitle: A night in the lighthouse\n---\n\nThe keeper still climbs the stairs each evening.\n"
BAD = "---\ntitle: The light: a history\n---\n\nThe keeper still climbs the stairs each evening.\n"
NAMES = ("-o.md", "文章/如何 泡茶.md", "a b.mdx", "@list.md", "a[1].md")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a git repository with odd names in a home of its own, and return its folder."""
    for name, value in {
        "HOME": tmp_path / "home",
        "PRE_COMMIT_HOME": tmp_path / "pre-commit",
        "GIT_CONFIG_GLOBAL": tmp_path / "gitconfig",
        "GIT_CONFIG_SYSTEM": os.devnull,
    }.items():
        monkeypatch.setenv(name, str(value))
    for name in [name for name in os.environ if name.startswith("GIT_") and "CONFIG" not in name]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    (tmp_path / "gitconfig").write_text("[user]\nname = Ann\nemail = ann@example.com\n[safe]\ndirectory = *\n")
    folder = tmp_path / "a site"
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BAD, encoding="utf-8")
    (folder / "excluded").mkdir()
    (folder / "excluded/b.md").write_text(BAD)
    (folder / "ingest.toml").write_text('exclude = ["excluded/"]\n')
    return folder


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def as_a_hook(hook_id: str, names: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line that pre-commit builds: entry, args, names."""
    hook = HOOKS[hook_id]
    program, *entry = hook["entry"].split()
    assert program == "ingest"
    files = [] if hook.get("pass_filenames") is False else names
    return run([sys.executable, "-m", "ingest", *entry, *hook["args"], *files], folder)


def test_every_hook_is_for_articles_only() -> None:
    assert sorted(HOOKS) == ["ingest-check", "ingest-fix", "ingest-project"]
    assert all(hook["types_or"] == ["markdown", "mdx"] for hook in HOOKS.values())


@pytest.mark.parametrize("hook_id", HOOKS)
def test_hooks_read_odd_names_and_leave_out_what_is_excluded(hook_id: str, site: Path) -> None:
    result = as_a_hook(hook_id, [*NAMES, "excluded/b.md"], site)
    assert "Found 5 errors" in result.stderr or "Mended 5 findings" in result.stderr
    assert "excluded" not in result.stdout
    assert (site / "excluded/b.md").read_text() == BAD


def test_the_check_has_something_to_say_about_each_name(site: Path) -> None:
    result = as_a_hook("ingest-check", list(NAMES), site)
    assert result.returncode == 1
    assert all(f"{name}:2:" in result.stdout for name in NAMES)


def test_a_commit_of_excluded_files_only_is_clean(site: Path) -> None:
    assert as_a_hook("ingest-check", ["excluded/b.md"], site).returncode == 0


def test_try_repo(site: Path) -> None:
    """Install the hooks the way users do; the one test that may fetch packages."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    if not (PROJECT / ".git").exists():
        pytest.skip("the project is no git repository: pre-commit clones one")
    for command in (["git", "init", "-q"], ["git", "add", "."], ["git", "commit", "-q", "-m", "Begin"]):
        assert run(command, site).returncode == 0, command
    pre_commit = [sys.executable, "-m", "pre_commit", "try-repo", str(PROJECT), "--all-files", "--verbose"]
    result = run(pre_commit, site)
    output = result.stdout + result.stderr
    if any(sign in output for sign in NO_NETWORK):
        pytest.skip("packages cannot be fetched: pre-commit installs the project into an environment of its own")
    assert result.returncode == 1, output
    assert all(f"{name}:2:" in output for name in NAMES), output
    assert "excluded/b.md" not in output
    assert {name: (site / name).read_text(encoding="utf-8") == BAD for name in NAMES} == dict.fromkeys(NAMES, False)
    assert (site / "excluded/b.md").read_text() == BAD
    run(["git", "commit", "-q", "-a", "-m", "Mend"], site)
    again = run(pre_commit, site)
    assert again.returncode == 0, again.stdout + again.stderr
