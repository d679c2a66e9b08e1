"""Models that find names: optional packages, each imported only where it is asked for."""
