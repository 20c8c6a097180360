from .agency import Agency
from .event import AgencyEvent
from .person import Person, Position
from .version import AgencyVersion

__all__ = ["Agency", "AgencyEvent", "AgencyVersion", "Person", "Position"]
