"""Characters that look like YAML's and are not: white space, quotes, and what nobody sees."""

# Soft hyphen, zero-width and directional marks, word joiner and byte order mark: nothing to see, nothing to read.
INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# No-break, typographic and ideographic spaces: white to the eye, letters to a YAML parser.
WIDE_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACE = " \t" + WIDE_SPACE + INVISIBLE
# Typographic and full-width quotes, each with the one that closes it.
CURLY = {
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\uff02": "\uff02",
    "\uff07": "\uff07",
    "\u201d": "\u201d",
    "\u2019": "\u2019",
}
