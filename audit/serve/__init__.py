"""The report on this machine: decisions go straight to the publisher's files.

`Session` holds the audit, its report and the decisions on it; `ReportServer` speaks HTTP and lets
nobody else in.
"""

from audit.serve.server import ReportServer
from audit.serve.session import Session

__all__ = ["ReportServer", "Session"]
