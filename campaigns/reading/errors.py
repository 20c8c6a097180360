"""What the reader says when it cannot read a paper."""


class Unreadable(ValueError):
    """A file that cannot be read as a plan; its message is the sentence that the officer sees."""


class NotAPlan(Unreadable):
    """There is text, but it is not a plan for an emulation campaign."""
