"""A report of two columns: rule and number of findings."""

from collections import Counter
from typing import TextIO

from audit.model.finding import State
from audit.model.report import Report


class TallyReporter:
    """Writes a line for each rule that found something, most findings first."""

    suffix = "txt"

    def write(self, report: Report, out: TextIO) -> None:
        """Write the lines; suppressed findings are left out."""
        counts = Counter(f.rule for f in report.findings if f.state is not State.SUPPRESSED)
        for rule, count in counts.most_common():
            print(rule, count, sep="\t", file=out)
