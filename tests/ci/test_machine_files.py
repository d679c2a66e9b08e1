"""The files that CI systems read hold to their schemas; the step of the action does its work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).parent

SAMPLE = "Kim Jong Un crossed into Primorye by train, and Kim Jong-un was met at the station.\n"


def program(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAM / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/test.yml"),
    ],
)
def test_github_files_hold_to_their_schemas(schema: str, file: str) -> None:
    done = program("check-jsonschema", "--builtin-schema", schema, file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gitlab_component_holds_to_the_schema(tmp_path: Path) -> None:
    head, body = yaml.safe_load_all((ROOT / ".ci/gitlab.yml").read_text("utf-8"))
    assert "inputs" in head["spec"]["inputs"]
    job = tmp_path / "job.yml"
    job.write_text(yaml.safe_dump(body), encoding="utf-8")
    done = program("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(job))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_is_one_that_pre_commit_knows() -> None:
    done = program("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False


def step(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action in `folder` as GitHub would."""
    env = {"PATH": os.environ["PATH"], "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    env |= {"MTAUDIT": str(PROGRAM / "mtaudit")}
    env |= {f"MTAUDIT_{key}": value for key, value in given.items()}
    return subprocess.run(
        [str(ROOT / ".ci/github-step")],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=env,
    )


def test_the_step_annotates_summarises_and_fails(tmp_path: Path) -> None:
    (tmp_path / "kim un.txt").write_text(SAMPLE, encoding="utf-8")
    done = step(
        tmp_path,
        INPUTS="*.txt\n",
        ARGS="--lang en\n--select NAM",
        SARIF="out/a.sarif",
        HTML="out/a.html",
    )
    assert done.returncode == 1, done.stderr
    assert "::error file=kim un.txt,line=1," in done.stdout
    assert "Kim Jong Un" in (tmp_path / "summary.md").read_text("utf-8")
    assert (tmp_path / "out/a.sarif").exists()
    assert (tmp_path / "out/a.html").exists()
    assert step(tmp_path, INPUTS="*.txt", FAIL_ON="never").returncode == 0


def test_words_of_an_input_never_become_commands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    step(tmp_path, INPUTS="a.txt $(touch pwned) ;touch pwned `touch pwned`", ARGS="")
    assert not (tmp_path / "pwned").exists()


def test_the_image_runs_without_rights() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    words = [line.split(maxsplit=1) for line in lines if line and line[0].isupper()]
    stages = [words for words in words if words[0] in ("USER", "ENTRYPOINT")]
    assert [word[0] for word in stages] == ["USER", "ENTRYPOINT"]
    copied = {one.split()[-2] for one in lines if one.startswith("COPY ") and "--from" not in one}
    assert all((ROOT / name).exists() for name in copied)
