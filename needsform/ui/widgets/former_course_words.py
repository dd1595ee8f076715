"""How a course that ended is said, the same wherever a citizen comes back to it."""

from PySide6.QtCore import QCoreApplication

from needsform.models.former_course import FormerCourse
from needsform.models.words import Words


def ended(course: FormerCourse, words: Words) -> str:
    """`ended 12 March 2026, the course is completed`."""
    day = QCoreApplication.translate("FormerCourse", "ended {day}").format(day=words.date(course.ended_on))
    return ", ".join(filter(None, (day, "" if course.reason is None else words.within(course.reason))))


def goes_on_from(course: FormerCourse, words: Words) -> str:
    """What a box says that links what begins to the course before."""
    said = QCoreApplication.translate("FormerCourse", "The citizen comes back. Earlier course: {course}")
    return said.format(course=ended(course, words))
