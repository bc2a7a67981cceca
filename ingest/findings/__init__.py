"""Findings: what is said about an article, where, and how to mend it."""

from ingest.findings.codes import CODES, Code
from ingest.findings.model import Applicability, Edit, Finding, Fix, Position, Severity, Span

__all__ = ["CODES", "Applicability", "Code", "Edit", "Finding", "Fix", "Position", "Severity", "Span"]
