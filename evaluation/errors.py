"""What can go wrong in an evaluation."""


class EvaluationError(Exception):
    """Something that is needed is not there, or not as it must be; one line."""
