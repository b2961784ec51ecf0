"""Files as they come in, documents out: formats, encodings, limits; one bad input never stops the rest."""

from isnad.intake.limits import DEFAULT, Limits
from isnad.intake.read import read_paths

__all__ = ["DEFAULT", "Limits", "read_paths"]
