"""The names authority: built-in records, style profiles, and the publisher's own names files.

`load` puts the layers together, strongest first, into one `Authority`; `profiles` names the style
profiles that ship with the project; `explain` tells which records know a form; `template` is the
commented names file that a publisher begins with. How a names file is written stands in
`docs/authority.md`.
"""

from audit.authority.explain import explain
from audit.authority.load import load, profiles, template

__all__ = ["explain", "load", "profiles", "template"]
