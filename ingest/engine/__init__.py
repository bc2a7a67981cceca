"""Folder → results: which files, in what order, by how many processes, and what is still known from the last time."""
