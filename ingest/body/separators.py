"""What ends an excerpt: the comments of the generators, and gray-matter's `---`."""

# Hugo, Hexo, Jekyll, Zola, WordPress: more; Docusaurus: truncate; Hexo plugins, Eleventy: excerpt; Nikola: teaser_end.
_WORDS = frozenset({"more", "truncate", "excerpt", "endexcerpt", "end excerpt", "teaser_end", "read more", "readmore"})
_OPENERS = ("<!--", "{/*")


def is_explicit_separator(comment: str) -> bool:
    """Return whether a comment, `<!-- more -->` or `{/* truncate */}`, says that the excerpt ends here."""
    return comment.startswith(_OPENERS) and comment.strip("<!-{}/* \t\n>").lower() in _WORDS


def is_separator_line(line: bytes) -> bool:
    """Return whether a thematic break is written as `---` (not `***` or `- - -`)."""
    return not line.strip().strip(b"-")
