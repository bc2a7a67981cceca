"""Records and refusals → files, streams and their manifest."""
