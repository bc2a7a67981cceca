"""What is still known from the last run: outcomes by path, with the state of the file that they were made from.

A folder `.ingest_cache` holds one store per configuration, tool version and root. A store is an index (path → state of
the file, place of its outcome) and data files that the index points into. The index is replaced as a whole, data files
are only added; so whoever reads sees the old store or the new one. One run at a time writes a store, the others read.
Every block of the index and every outcome has a checksum. Nothing is taken from a store that does not prove right: the
article is worked on instead.
"""
