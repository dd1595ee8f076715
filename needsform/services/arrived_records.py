"""What a citizen who asks is told of cases and sheets of other places: a line for each, and each sheet as it came."""

from collections.abc import Iterator

from needsform.models.former_course import ComingBack
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.referral import Referral
from needsform.models.words import Words


def referral_facts(referrals: tuple[Referral, ...], words: Words) -> Iterator[tuple[str, str]]:
    """Each case: when it came, from whom, every attempt, and how it ended."""
    for referral in referrals:
        told = [words.date(referral.received_at.date()), words.within(referral.source), referral.sender]
        told.append(words.within(referral.status))
        for attempt in referral.attempts:
            told.append(f"{words.date(attempt.at.date())} {words.within(attempt.outcome)} {attempt.note}".strip())
        if referral.closing_reason is not None:
            told += [words.within(referral.closing_reason), referral.closing_note]
        yield words.text("record.referral"), ", ".join(filter(None, told))


def return_facts(returns: tuple[ComingBack, ...], words: Words) -> Iterator[tuple[str, str]]:
    """Each time that they came back: what began, and when and why the course before had ended."""
    for back in returns:
        former = back.former
        ended = words.text("record.came_back.after", date=words.date(former.ended_on))
        told = [words.date(back.began_on)]
        told += [words.within(fact) for fact in (back.source, back.occasion) if fact is not None]
        told += [ended, "" if former.reason is None else words.within(former.reason)]
        yield words.text("record.came_back"), ", ".join(filter(None, told))


def received_facts(received: tuple[ReceivedAssessment, ...], words: Words) -> Iterator[tuple[str, str]]:
    """Each sheet that came: when, of whom, whether that is certain, and its file."""
    for number, one in enumerate(received, start=1):
        facts = one.facts
        told = (
            words.date(one.received_at.date()),
            one.verified_as or facts.sender or words.within(facts.setting),
            words.within(facts.occasion),
            words.within(one.verification),
            _file(number, words),
        )
        yield words.text("record.received"), ", ".join(filter(None, told))


def received_files(received: tuple[ReceivedAssessment, ...], words: Words) -> dict[str, bytes]:
    """Each sheet with everything that it says, as JSON in UTF-8."""
    return {
        _file(number, words): one.facts.model_dump_json(indent=2).encode()
        for number, one in enumerate(received, start=1)
    }


def _file(number: int, words: Words) -> str:
    return f"{words.text('record.file.received', number=number)}.json"
