"""Who everybody in a document is: the cast with ids of the knowledge base, states and English names."""

from isnad.kb.identify import identified
from isnad.kb.persons import state_of_name

__all__ = ["identified", "state_of_name"]
