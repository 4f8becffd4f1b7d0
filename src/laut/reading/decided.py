"""A decision and the reason for it, in the words of the program's users."""

from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Decided(NamedTuple, Generic[Value]):
    """A decision.

    Attributes:
        value: what was decided.
        because: why, in German, naming the words of the text and the table row:
            „Kreise“ ist ein Sammelwort ohne Namen (Tabelle anonymity, Zeile 12).
    """

    value: Value
    because: str
