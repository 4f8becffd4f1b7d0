"""What commands on a ledger share: which ledger is meant, and how it is asked for."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from laut.ledger.book import Ledger


def ledger_option() -> click.Option:
    """`--ledger`, which names the ledger that is meant."""
    return click.Option(
        ["--ledger"],
        metavar="LEDGER",
        default="",
        help="Das Ledger: eine Datei oder postgresql://nutzer@rechner/name (ohne"
        " Angabe: was LAUT_LEDGER nennt, sonst eine Datei im Datenordner des Nutzers).",
    )


def json_option() -> click.Option:
    """`--json`, for programs."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        help="Ausgabe als JSON, ein Objekt je Zeile.",
    )


def opened(named: str) -> "Ledger":
    """The ledger that is meant, to write; it is made where there is none.

    Raises:
        LautError: it cannot be opened.
    """
    from laut.ledger.book import open_book  # noqa: PLC0415 - loaded when run
    from laut.ledger.location import wanted  # noqa: PLC0415

    return open_book(wanted(named, os.environ))


def opened_to_read(named: str) -> "Ledger":
    """The ledger that is meant, to read.

    Raises:
        LautError: there is none, or it cannot be opened.
    """
    from laut.ledger.book import open_existing  # noqa: PLC0415 - loaded when run
    from laut.ledger.location import wanted  # noqa: PLC0415

    return open_existing(wanted(named, os.environ))
