"""`python -m laut`: the same as the command `laut`."""

import sys

from laut.cli import main

if __name__ == "__main__":
    sys.exit(main())
