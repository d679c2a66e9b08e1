"""Running: puts the stages together, in one process or several, with the same result."""
