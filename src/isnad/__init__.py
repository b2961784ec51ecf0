"""Isnad reads Arabic news and answers who says so, through whom, in which words."""

__version__ = "0.1.0"
