"""The report on this machine: decisions go straight to the publisher's files."""
