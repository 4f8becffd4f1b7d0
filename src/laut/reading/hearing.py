"""The voices of one draft while they are found.

What the functions that find them share: the scene, and who spoke so far. Made by
`laut.reading.sourcing` for one draft and dropped with it.
"""

from laut.reading.draft import Draft
from laut.reading.scene import Scene, Voice, scene_of
from laut.spans import Span  # noqa: TC001 - attributes are typed at run time too

NOBODY = Voice(name="", because="niemand ist genannt")


class Hearing:
    """The voices of one draft while they are found, in the order of the text.

    Attributes:
        voices: those with a speaker of their own.
        by_span: by the words of the speaker, which several quotations may share.
        by_id: by quotation.
        mouths: by figure, the bodies that people speak for.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.scene: Scene = scene_of(draft)
        self.voices: list[Voice] = []
        self.by_span: dict[Span, Voice] = {}
        self.by_id: dict[int, Voice] = {}
        self.mouths: dict[int, Voice] = {}
