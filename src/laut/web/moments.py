"""The clock of the desk: moments as the ledger writes them down."""

from datetime import UTC, datetime


def now() -> str:
    """This moment in ISO 8601, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
