"""Keeping memory that was freed, so that large tensors need not be zeroed anew.

glibc returns every large block to the system at once, and the system zeroes it when it
is asked for again: half of the time of a training step went there. Elsewhere than with
glibc nothing is done.
"""

import ctypes
import sys

MOST_MAPPED, TRIMMED_FROM = -4, -1
"""`M_MMAP_MAX` and `M_TRIM_THRESHOLD` of glibc's `mallopt`."""

KEPT_BYTES = 2**31 - 1


def keep_freed_memory() -> None:
    """Take large blocks from the heap, and let the heap stay as large as it was."""
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(MOST_MAPPED, 0)
        library.mallopt(TRIMMED_FROM, KEPT_BYTES)
