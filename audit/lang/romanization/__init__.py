"""Romanization: how the schemes in use write a name of another script in Latin letters.

>>> romanize("Хасан", "ru-bgn-pcgn-1947"), romanize("Хасан", "ru-iso-9-1995")
('Khasan', 'Hasan')
"""

from audit.lang.romanization.names import romanize, scheme, schemes_for, schemes_writing
from audit.lang.romanization.scheme import Scheme

__all__ = ["Scheme", "romanize", "scheme", "schemes_for", "schemes_writing"]
