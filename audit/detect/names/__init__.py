"""Family NAM: one name in several forms; each kind of variant is a rule of its own."""
