"""Search in a project: claims, events and paragraphs that hold the words and fit the fields of a query."""
