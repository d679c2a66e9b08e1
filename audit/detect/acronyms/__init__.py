"""Acronyms that readers of the language do not know, or take for something else."""
