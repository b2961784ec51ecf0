"""Search in a project: claims, events and paragraphs that hold the words and fit the fields of a query."""

from isnad.search.find import Hit, search
from isnad.search.query import Query, parse

__all__ = ["Hit", "Query", "parse", "search"]
