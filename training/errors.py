"""What can go wrong in training, in one line for whoever runs it."""


class TrainingError(Exception):
    """Training cannot go on; the message names the file and says what to do."""
