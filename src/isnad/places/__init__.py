"""Places: which words of a text name a place, and which place it is."""

from isnad.places.find import find_places, is_unlisted_name
from isnad.places.mention import PlaceMention
from isnad.places.resolve import kinds_of

__all__ = ["PlaceMention", "find_places", "is_unlisted_name", "kinds_of"]
