"""A row of the trace in words: who, what, how much. Never which lines of the form were answered: that is illness."""

from datetime import datetime

from needsform.models.audit import Action, Actor, ClockJump, TraceEntry
from needsform.models.words import Words

_FACTS = ("found", "rows", "months", "years", "days", "files", "numbers", "more")
_VALUE_SETS = {
    "copy": "copy_name",
    "cause": "erase_reason",
    "recipient": "recipient",
    "state": "delivery_state",
    "channel": "channel",
    "form": "letter_form",
    "indicator": "indicator",
}
_ACTS = frozenset(act.value for act in Action)


def when(entry: TraceEntry, words: Words) -> str:
    """Day and time, to the second, in the zone in which the row was recorded."""
    at = entry.recorded_at
    return f"{words.date(at.date())} {words.time(at)}{'.' if words.language == 'da' else ':'}{at.second:02}"


def who(entry: TraceEntry, words: Words) -> str:
    """Who it was: a member of staff, the citizen in somebody's care, the program, or nobody knows."""
    match entry.actor:
        case Actor.CITIZEN:
            return words.text("trace.who.citizen", name=entry.practitioner_name)
        case Actor.UNKNOWN if entry.practitioner_name:
            return words.text("trace.who.unknown_login", name=entry.practitioner_name)
        case Actor.UNKNOWN:
            return words.text("trace.who.unknown")
        case Actor.PROGRAM:
            return words.text("trace.who.program")
    return entry.practitioner_name


def whom(entry: TraceEntry, words: Words) -> str:
    """The citizen, by name as long as there is one; empty where it was about nobody."""
    if entry.patient_id is None:
        return ""
    return entry.patient_name or words.text("trace.whom.gone")


def detail(entry: TraceEntry, words: Words) -> str:
    """How much, how many or which paper, as far as it can be said without telling of illness."""
    if entry.action is Action.ANSWER:
        return words.text("trace.detail.answers", count=len(entry.detail.split()))
    said = [entry.colleague_name, *(_part(entry.action, part, words) for part in entry.detail.split())]
    return ", ".join(filter(None, said))


def clock(entry: TraceEntry, words: Words) -> str:
    """What the clock did, where it cannot be believed."""
    return "" if entry.clock_jump is ClockJump.NONE else words.text(f"trace.clock_jump.{entry.clock_jump.value}")


def _part(action: Action, part: str, words: Words) -> str:
    """One part of a detail: a fact such as `found=3`, what was refused, or what is wrong with the trace itself."""
    name, is_fact, value = part.partition("=")
    if name in _VALUE_SETS:
        return words.text(f"{_VALUE_SETS[name]}.{value}")
    if name == "at":
        at = datetime.fromisoformat(value)
        return words.text("trace.detail.at", date=words.date(at.date()), time=words.time(at))
    if is_fact and name in _FACTS:
        return words.text(f"trace.detail.{name}", **{name: value})
    if action is Action.TRACE_FAULT and not is_fact:
        return words.text(f"trace.fault.{name}")
    if action is Action.REFUSED and name in _ACTS:
        return words.of(Action(name))
    return ""
