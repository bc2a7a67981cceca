"""Every rule code with its name and default severity. A code never changes its meaning."""

from typing import NamedTuple

from ingest.findings.model import Finding, Fix, Severity, Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Code(NamedTuple):
    """A rule's identity."""

    code: str
    name: str
    severity: Severity
    summary: str

    def at(
        self,
        span: Span | None,
        message: str,
        *,
        field: str | None = None,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this code, with its default severity unless another is given."""
        return Finding(self.code, self.name, severity or self.severity, message, span, field, fix)


FM001 = Code("FM001", "front-matter-missing", WARNING, "The file has no front matter.")
FM002 = Code("FM002", "front-matter-unclosed", ERROR, "The closing delimiter is missing.")
FM003 = Code("FM003", "opening-delimiter-missing", ERROR, "The opening delimiter is missing.")
FM004 = Code("FM004", "stray-delimiter", ERROR, "A delimiter is stray or repeated.")
FM005 = Code("FM005", "wrapped-in-code-fence", ERROR, "The block or the file is wrapped in a code fence.")
FM006 = Code("FM006", "text-before-front-matter", ERROR, "There is text before the block.")
FM007 = Code("FM007", "indented-front-matter", ERROR, "The block or the file is indented.")
FM008 = Code("FM008", "front-matter-syntax", ERROR, "The block is not valid in its format.")
FM009 = Code("FM009", "duplicate-key", ERROR, "A key stands twice.")
FM010 = Code("FM010", "value-needs-quoting", ERROR, "A value needs (other) quotes.")
FM011 = Code("FM011", "implicit-type", WARNING, "A YAML 1.1 reader would see another type.")
FM012 = Code("FM012", "lookalike-syntax", ERROR, "A full-width or invisible character stands where syntax should.")
FM013 = Code("FM013", "foreign-key-name", INFO, "A key is written in another language or case.")
FM014 = Code("FM014", "not-a-mapping", ERROR, "The block is not a mapping of keys to values.")
FM015 = Code("FM015", "front-matter-over-limit", ERROR, "The block is over a limit.")
FM016 = Code("FM016", "delimiter-inside-value", ERROR, "A delimiter stands inside a value.")

SC001 = Code("SC001", "title-missing", ERROR, "The article has no title.")
SC002 = Code("SC002", "required-field-missing", WARNING, "A field that the configuration requires is missing.")
SC003 = Code("SC003", "wrong-type", WARNING, "A value has the wrong type.")
SC004 = Code("SC004", "invalid-date", WARNING, "A date is no date.")
SC005 = Code("SC005", "ambiguous-date", WARNING, "A date is incomplete or has two readings.")
SC006 = Code("SC006", "date-differs-from-file-name", INFO, "The date disagrees with the file name.")
SC007 = Code("SC007", "unknown-key", INFO, "A key is unknown.")
SC008 = Code("SC008", "conflicting-aliases", WARNING, "Two names of one field have different values.")
SC009 = Code("SC009", "placeholder-value", WARNING, "A value is a placeholder.")
SC010 = Code("SC010", "control-character", WARNING, "A value has a control or bidirectional character.")
SC011 = Code("SC011", "duplicate-slug-or-id", WARNING, "Two articles have the same slug or id.")

LG001 = Code("LG001", "title-language-mismatch", WARNING, "The title is in another language than the body.")
LG002 = Code("LG002", "declared-language-mismatch", WARNING, "The declared language is not the detected one.")
LG003 = Code("LG003", "path-language-mismatch", WARNING, "The path's language is not the detected one.")
LG004 = Code("LG004", "mixed-language-body", WARNING, "The body mixes languages.")
LG005 = Code("LG005", "mixed-chinese-script", WARNING, "Simplified and Traditional Chinese disagree.")
LG006 = Code("LG006", "description-language-mismatch", WARNING, "The description is in another language than the body.")

BD001 = Code("BD001", "no-readable-body", ERROR, "There is no body that a reader can read.")
BD002 = Code("BD002", "accidental-heading", WARNING, "`---` under a paragraph turns it into a heading.")
BD003 = Code("BD003", "assistant-words", WARNING, "An assistant's words were left in.")
BD004 = Code("BD004", "code-fence-unclosed", WARNING, "A code fence is never closed.")
BD005 = Code("BD005", "metadata-repeated-in-body", WARNING, "The metadata block stands again in the body.")

IG001 = Code("IG001", "unused-ignore", INFO, "A comment that silences a rule has nothing to silence.")
IG002 = Code("IG002", "invalid-ignore", WARNING, "A comment that silences rules names none, or one that there is not.")

IO001 = Code("IO001", "undecodable", ERROR, "The bytes are no text in any encoding that is looked for.")
IO002 = Code("IO002", "unreadable", ERROR, "The path is not a regular file, or cannot be read.")
IO003 = Code("IO003", "file-too-large", ERROR, "The file is over the size limit.")
IO004 = Code("IO004", "not-utf8", WARNING, "The file is not UTF-8.")

CODES: dict[str, Code] = {value.code: value for value in list(globals().values()) if isinstance(value, Code)}
