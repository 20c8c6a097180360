"""What the reader says when it cannot read a paper."""


class Unreadable(ValueError):
    """The file holds no text that can be read; the Vietnamese sentence tells the office why."""


class NotAPlan(Unreadable):
    """There is text, but it is not a plan for an emulation campaign."""
