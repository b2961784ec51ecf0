"""Script, tokens, sentences: what every room needs to know of a text, and nothing about news."""

from isnad.text.tokens import Quote, Reading
from isnad.text.view import View, fold, fold_word, light

__all__ = ["Quote", "Reading", "View", "fold", "fold_word", "light"]
