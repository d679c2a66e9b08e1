"""Configuration: defaults, one project file (nearest wins), command line."""
