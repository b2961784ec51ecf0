"""Who is bound to whom, and by whose word: bodies, alliances, agreements, truces and named talks with their members."""

from isnad.arrangements.build import read_arrangements

__all__ = ["read_arrangements"]
