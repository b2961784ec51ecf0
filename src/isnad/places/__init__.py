"""Places: which words of a text name a place, and which place it is."""

from isnad.places.find import find_places
from isnad.places.mention import PlaceMention
from isnad.places.resolve import kinds_of

__all__ = ["PlaceMention", "find_places", "kinds_of"]
