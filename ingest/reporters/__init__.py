"""Findings as text, JSON, SARIF and whatever else people and machines read: one module per format."""

from ingest.reporters.model import FileReport, ReportContext, Reporter, RuleHelp
from ingest.reporters.registry import REPORTERS, load

__all__ = ["REPORTERS", "FileReport", "ReportContext", "Reporter", "RuleHelp", "load"]
