"""Who everybody in a document is: the cast with ids of the knowledge base, states and English names."""

from isnad.kb.identify import identified

__all__ = ["identified"]
