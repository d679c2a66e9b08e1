"""The matcher that judges whether two names are one."""
