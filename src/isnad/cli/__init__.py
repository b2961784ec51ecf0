"""The verbs of the command: argument handling, progress and exit statuses; no logic of their own."""
