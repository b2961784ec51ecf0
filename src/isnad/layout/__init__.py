"""Which part of a text is the story, which is furniture, who published it and when."""

from isnad.layout.read import read_layout
from isnad.layout.result import Layout

__all__ = ["Layout", "read_layout"]
