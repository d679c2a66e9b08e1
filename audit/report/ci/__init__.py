"""Reports for machines that build: one module a format, all of the same findings."""
