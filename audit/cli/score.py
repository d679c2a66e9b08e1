"""`mtaudit score`: BLEU, chrF and TER against references, and how consistent translations are."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit.cli.output import echo_json
from audit.cli.settings import glossary_option, load_config, settings_options
from audit.model.comparison import Comparison, Measure, MetricName, Share, SystemResult, Test
from audit.report.escape import printable
from audit.report.json_metrics import comparison_tree
from audit.run.compare import Lines, compare

SCHEMA = "mtaudit/metrics/1"
"""Name and version of the JSON that `--json` prints."""

SURE = 0.05
"""p-values below it are marked, as sacrebleu marks them."""

TITLES = {
    MetricName.BLEU: "BLEU",
    MetricName.CHRF: "chrF2",
    MetricName.CHRF_PLUS: "chrF2++",
    MetricName.TER: "TER",
}
SHARES = (("names", "Names"), ("terms", "Terms"), ("words", "Words"), ("ltcr", "LTCR"))
"""The shares of a consistency, and what they are called in the table."""

PLAIN_WIDTH = 120
"""Columns where there is no terminal to ask."""


@click.command("score")
@click.argument("systems", nargs=-1, required=True, metavar="SYSTEM...")
@click.option(
    "-r",
    "--reference",
    "references",
    multiple=True,
    metavar="FILE",
    help="Reference in plain text, line by line as SYSTEM; repeat for more. Without it, "
    "references are those that the documents bring.",
)
@click.option("--source", metavar="FILE", help="Source in plain text, line by line.")
@click.option("--source-lang", metavar="TAG", help="Language of --source, where it is not told.")
@click.option("--lang", metavar="TAG", help="Language of the translations, where not given.")
@click.option(
    "-m",
    "--metric",
    "metric_names",
    multiple=True,
    type=click.Choice([one.value for one in MetricName]),
    help="Measure only this; repeat for more (default: all).",
)
@click.option(
    "--test",
    type=click.Choice([one.value for one in Test]),
    default=Test.BOOTSTRAP.value,
    help="How systems are compared with the first (default: bootstrap).",
)
@click.option(
    "--resamples",
    type=click.IntRange(min=0),
    default=1000,
    metavar="N",
    help="Bootstrap resamples for intervals and the test (default: 1000); 0 for none.",
)
@click.option("--tokenize", metavar="NAME", help="BLEU's tokenizer (default: by language).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@settings_options
@glossary_option
def command(
    *,
    systems: tuple[str, ...],
    references: tuple[str, ...],
    source: str | None,
    source_lang: str | None,
    metric_names: tuple[str, ...],
    test: str,
    resamples: int,
    tokenize: str | None,
    as_json: bool,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Measure translations of one text, the first SYSTEM being the baseline.

    SYSTEM is a plain text of one segment a line, with --reference; or a file
    of documents (JSON Lines, for example) that bring references and sources.
    """
    if source and not references:
        raise click.UsageError("--source is for plain text beside a --reference")
    if tokenize:
        _check_tokenizer(tokenize)
    config = load_config(config_path=config_path, isolated=isolated, **settings)
    names = [one for one in MetricName if not metric_names or one.value in metric_names]
    done = compare(
        systems,
        config,
        Lines(references, source, source_lang) if references else None,
        names=names,
        test=Test(test),
        resamples=resamples,
        tokenize=tokenize,
    )
    if as_json:
        echo_json({"schema": SCHEMA, **comparison_tree(done)})
    else:
        _print(done)


def _check_tokenizer(name: str) -> None:
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - takes a while, and is rarely needed

    from audit.config.nearest import hint  # noqa: PLC0415 - needed only here

    if name not in BLEU.TOKENIZERS:
        raise click.UsageError(f"unknown tokenizer “{name}”{hint(name, BLEU.TOKENIZERS)}")


def _print(done: Comparison) -> None:
    """Print a comparison as tables, with what is needed to reproduce it."""
    width = None if sys.stdout.isatty() else PLAIN_WIDTH
    console = Console(width=width, highlight=False, soft_wrap=False)
    if done.segments:
        console.print(_measures(done))
        if done.test:
            console.print(f"* differs from {printable(done.systems[0].name)} at p < {SURE}, by "
                          f"{_TESTS[done.test]}.", markup=False)  # fmt: skip
        for name, signature in done.signatures:
            console.print(f"{TITLES[name]}: {signature}", markup=False, soft_wrap=True)
        console.print()
    console.print(_consistencies(done.systems))
    for note in done.notes:
        console.print(note, markup=False)


_TESTS = {
    Test.BOOTSTRAP: "paired bootstrap resampling",
    Test.RANDOMIZATION: "paired approximate randomization",
}


def _measures(done: Comparison) -> Table:
    noun = "segment" if done.segments == 1 else "segments"
    table = Table(title=f"Against the reference, {done.segments} {noun}", title_justify="left")
    table.add_column("System", overflow="fold")
    for measure in done.systems[0].measures:
        arrow = "↓" if measure.metric.less_is_better else "↑"
        table.add_column(f"{TITLES[measure.metric]} {arrow}", justify="right")
    for one in done.systems:
        table.add_row(Text(printable(one.name)), *map(_cell, one.measures))
    return table


def _cell(measure: Measure) -> str:
    text = f"{measure.value:.2f}"
    if measure.mean is not None and measure.margin is not None:
        text += f" ({measure.mean:.2f} ± {measure.margin:.2f})"
    if measure.p_value is not None:
        text += f"\np = {measure.p_value:.4f}{'*' if measure.p_value < SURE else ''}"
    return text


def _consistencies(systems: Sequence[SystemResult]) -> Table:
    table = Table(title="Consistency: things rendered in one way", title_justify="left")
    table.add_column("System", overflow="fold")
    for _, title in SHARES:
        table.add_column(title, justify="right")
    for one in systems:
        cells = (_share(getattr(one.consistency, key)) for key, _ in SHARES)
        table.add_row(Text(printable(one.name)), *cells)
    return table


def _share(share: Share) -> str:
    if share.rate is None:
        return "–"
    return f"{100 * share.rate:.1f} % of {share.total}"
