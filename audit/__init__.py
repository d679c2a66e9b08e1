"""mtaudit audits machine-translated news; `audit.run.audit` is the way in for programs."""

__version__ = "0.1.0"
