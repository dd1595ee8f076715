"""Every verb that the services have, found by looking and not by a list, so that a new one cannot be forgotten."""

import inspect
from collections.abc import Callable, Iterator, Mapping

from needsform.services.session import Session

Verb = Callable[..., object]


def verbs(session: Session) -> Iterator[tuple[str, Verb]]:
    """`Patients.find`, `Session.close` and so on, each bound to the session."""
    services = (
        room
        for name, room in vars(session).items()
        if not name.startswith("_") and type(room).__module__.startswith("needsform.services.")
    )
    for service in (*services, session):
        for name, verb in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_"):
                yield f"{type(service).__name__}.{name}", verb


def called(verb: Verb, arguments: Mapping[str, object]) -> object:
    """What a verb answers to arguments chosen by the names of its parameters; a new name must be told here first."""
    wanted = [
        name
        for name, parameter in inspect.signature(verb).parameters.items()
        if parameter.default is inspect.Parameter.empty
    ]
    return verb(**{name: arguments[name] for name in wanted})
