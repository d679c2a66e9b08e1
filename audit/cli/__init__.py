"""The `mtaudit` command: one file per sub-command."""
