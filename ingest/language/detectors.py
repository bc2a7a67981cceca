"""The detectors that tell languages of one script apart."""

from ingest.errors import IngestError


def rank(text: str, candidates: tuple[str, ...], detector: str) -> tuple[tuple[str, float], ...]:
    """Return the candidates with their log-likelihoods in nats, the best first.

    Raises:
        IngestError: the detector is unknown or its extra is not installed.
    """
    if detector == "profiles":
        from ingest.language import profiles  # noqa: PLC0415 - a folder whose scripts decide never loads a model

        return profiles.rank(text, candidates)
    raise IngestError(f"Unknown detector {detector!r}.")
