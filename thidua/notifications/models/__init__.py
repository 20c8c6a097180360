from .email import OutgoingEmail
from .inbox import InboxItem

__all__ = ["InboxItem", "OutgoingEmail"]
