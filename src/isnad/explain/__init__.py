"""Shows what was read and why: in the terminal, and as one self-contained page."""
