"""What can go wrong at the edges, as one small tree.

    LautError                 anything laut says no to
    ├── ConfigError           a setting or option cannot be used
    ├── LedgerError           the ledger cannot be used, or not for this
    │   └── UnstorableError   one article cannot be kept; others can
    └── InputError            one input cannot be read; others can
        ├── NotFoundError     no such file or page
        ├── UnreadableError   there is something, but no text in it
        ├── ForbiddenError    an address that must not be asked
        ├── FetchError        an address that did not answer as it should
        └── LanguageError     a text in a language that laut does not read

Foreign errors are translated once, where they arise, and kept as the cause. What is
wrong *inside* a text is no error but a `Problem`, a value beside the result.
"""


class LautError(Exception):
    """Anything laut says no to, in one line that names the matter and what to do."""


class ConfigError(LautError):
    """A setting or an option cannot be used."""


class LedgerError(LautError):
    """The ledger cannot be opened, written or read; what is in it stays as it is."""


class UnstorableError(LedgerError):
    """The database takes one article not; it will take others."""


class InputError(LautError):
    """One input cannot be read.

    Attributes:
        name: the input as the user gave it.
        reason: what is wrong with it and what to do, without the name.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class NotFoundError(InputError):
    """There is no such file or page."""


class UnreadableError(InputError):
    """The input is there, but no text can be had from it."""


class ForbiddenError(InputError):
    """The address must not be asked: private, loopback, or no web address."""


class FetchError(InputError):
    """The address did not answer, or not as it should.

    Attributes:
        status: the status of its answer; 0 where it gave none.
    """

    def __init__(self, name: str, reason: str, status: int = 0) -> None:
        super().__init__(name, reason)
        self.status = status


class LanguageError(InputError):
    """The text is in a language that laut does not read."""
