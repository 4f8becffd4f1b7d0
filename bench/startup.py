"""How long a command takes from a cold start, as multiples of an empty Python.

The peer is `python -c pass` of the same interpreter, run in turn with each command.
The least of several runs counts: it is the one that the machine disturbed least.
"""

import subprocess
import sys
import time
from pathlib import Path

RUNS = 9
ROOT = Path(__file__).resolve().parent.parent
LAUT = str(Path(sys.executable).with_name("laut"))
PEER = [sys.executable, "-c", "pass"]


def seconds(command: list[str]) -> float:
    """How long one run of a command takes.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def compared(command: list[str]) -> tuple[float, float]:
    """The least time of a command and of its peer, run in turn, in seconds."""
    times = [(seconds(command), seconds(PEER)) for _ in range(RUNS)]
    own, peer = zip(*times, strict=True)
    return min(own), min(peer)


def main() -> None:
    """Print a line for each command."""
    example = min((ROOT / "examples").glob("*.txt")).relative_to(ROOT)
    for words in (["--help"], ["read", str(example)]):
        own, peer = compared([LAUT, *words])
        name = " ".join(["laut", *words])
        print(f"{name:44} {1000 * own:5.0f} ms, {own / peer:5.1f} × python -c pass")


if __name__ == "__main__":
    main()
