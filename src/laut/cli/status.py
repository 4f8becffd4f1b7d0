"""How a command ends: its exit status."""

from enum import IntEnum


class Status(IntEnum):
    """What the shell is told."""

    DONE = 0
    """Everything was read."""
    SOME_FAILED = 1
    """Of several inputs some could not be read."""
    FAILED = 2
    """The input could not be read, or the command was not understood."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""
    UNREAD = 141
    """Whoever read the output stopped reading."""
