"""The reports are shown to the schemas and programs that those who read them go by."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from audit.config.schema import Config
from audit.model.report import Report
from audit.run import audit
from tests.hostile import hostile_report
from tests.report.ci.formats import written
from tests.report.ci.test_same_findings import full

ROOT = Path(__file__).parents[3]
SCHEMAS = Path(__file__).parent / "schemas"
MULTITOOL = ROOT / "build/validators/node_modules/@microsoft/sarif-multitool-linux"


@pytest.fixture(scope="module", params=["sample feed", "full", "hostile"])
def report(request: pytest.FixtureRequest) -> Iterator[Report]:
    match request.param:
        case "sample feed":
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(ROOT)
                yield audit(["corpora/slavic-en/feed.jsonl"], Config())
        case "full":
            yield full()
        case _:
            yield hostile_report()


@pytest.mark.parametrize(
    ("name", "schema"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")]
)
def test_xml_holds_to_its_schema(report: Report, name: str, schema: str) -> None:
    tree = etree.fromstring(written(report, name).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(tree)


def test_rdjsonl_holds_to_its_schema(report: Report) -> None:
    validator = _validator("reviewdog-diagnostic.json")
    for line in written(report, "rdjsonl").splitlines():
        validator.validate(json.loads(line))


def test_code_quality_holds_to_its_schema(report: Report) -> None:
    entries = json.loads(written(report, "gitlab"))
    _validator("gitlab-code-quality.json").validate(entries)
    assert len({one["fingerprint"] for one in entries}) == len(entries)


def _validator(schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / schema).read_text("utf-8")))


@pytest.fixture(scope="module")
def multitool() -> Path:
    """Microsoft's SARIF Multitool, where `make setup` could fetch it."""
    program = MULTITOOL / "Sarif.Multitool"
    if not program.exists():
        if os.environ.get("CI"):
            pytest.fail("the SARIF Multitool is missing; .ci/validators/install says why")
        pytest.skip("no SARIF Multitool: npm was not there to fetch it")
    program.chmod(0o755)
    return program


def test_sarif_holds_to_its_schema(report: Report, multitool: Path) -> None:
    schema = json.loads((MULTITOOL / "sarif-2.1.0.json").read_text("utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.validate(json.loads(written(report, "sarif")))


ACCEPTED = {"SARIF2005"}
"""It wants the address of a home page for the tool; the project has none."""


def test_sarif_pleases_the_rules_of_microsoft_and_github(
    report: Report, multitool: Path, tmp_path: Path
) -> None:
    log, verdict = tmp_path / "log.sarif", tmp_path / "verdict.sarif"
    log.write_text(written(report, "sarif"), encoding="utf-8")
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    command = [str(multitool), "validate", str(log), *rules, "--output", str(verdict)]
    done = subprocess.run([*command, "--log", "ForceOverwrite"], capture_output=True, check=False)
    # It exits 0 whatever it finds: only the file it writes tells.
    assert verdict.exists(), done.stdout.decode() + done.stderr.decode()
    run = json.loads(verdict.read_text("utf-8-sig"))["runs"][0]
    assert [one for one in run["results"] if one["ruleId"] not in ACCEPTED] == []
    assert run["invocations"][0]["executionSuccessful"]


def test_the_multitool_would_complain(multitool: Path, tmp_path: Path) -> None:
    log, verdict = tmp_path / "log.sarif", tmp_path / "verdict.sarif"
    tree = json.loads(written(full(), "sarif"))
    tree["runs"][0]["results"][0]["ruleIndex"] = 99
    log.write_text(json.dumps(tree), encoding="utf-8")
    command = [str(multitool), "validate", str(log), "--rule-kind", "Sarif;Ghas"]
    subprocess.run([*command, "--output", str(verdict)], capture_output=True, check=False)
    assert json.loads(verdict.read_text("utf-8-sig"))["runs"][0]["results"]
