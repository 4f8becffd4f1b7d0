"""The command line, in German: one file a command, and what all of them share.

`main` is what the command `laut` runs. Everything that users see is written here or in
the views; what takes long to load is loaded by the command that needs it.
"""

from laut.cli.program import main

__all__ = ["main"]
