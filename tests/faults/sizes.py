"""How much of everything is tried: little with every commit, much with `make faults`, and by which seed."""

import json
import os
import sys
from collections.abc import Callable

Record = Callable[[str, object], None]
"""pytest's `record_testsuite_property`."""

SCALE, SEED_NAME = "NEEDSFORM_FAULTS_SCALE", "NEEDSFORM_SEED"
SIZES = {
    "killed while ticking": (30, 10_000),
    "power cut": (150, 100_000),
    "power cut: synchronous = NORMAL": (60, 1_500),
    "power cut: synchronous = OFF": (60, 1_500),
    "fault at every change": (30, 20_000),
    "fault while it recovers": (6, 2_000),
    "disk full": (12, 2_000),
    "memory runs out": (4, 1_000),
    "two starts": (3, 100),
    "backups": (3, 1_000),
    "mix-ups": (40, 10_000),
    "soak": (8, 200_000),
    "full small disk": (15, 500),
    "failed sync": (10, 2_000),
    "killed whole program": (3, 300),
    "citizen's monkey": (250, 100_000),
    "damage": (100, 10_000),
    "failure with marked values": (200, 5_000),
    "altered JSON": (150, 10_000_000),
    "altered PDF": (20, 200_000),
}
"""Part → how many points the short and the long form try. What can be listed is tried once, even if more is allowed."""
SEED = int(os.environ.get(SEED_NAME, "20261123"))


def is_long() -> bool:
    """Whether this is `make faults`."""
    return SCALE in os.environ


def points(part: str) -> int:
    """How many points a part tries."""
    short, long = SIZES[part]
    return max(short // 3, round(long * float(os.environ[SCALE]))) if is_long() else short


def progress(part: str, done: int, all_: int) -> None:
    """A line on the terminal now and then of how far the long form has come."""
    if is_long() and (done % max(1, all_ // 50) == 0 or done == all_):
        sys.stderr.write(f"\r{part}: {done} of {all_}   ")
        sys.stderr.flush()


def cry(part: str, wrong: str) -> None:
    """Tell at once what is wrong: a long form that is broken off would not come to its end to tell it."""
    if is_long():
        sys.stderr.write(f"\n{part}: {wrong}\n")
        sys.stderr.flush()


def told(record: Record, part: str, tried: int, **more: object) -> None:
    """Keep the figures of a part for the report: how many, which seed, and 3/N, the bound on what may be missed."""
    figures = {"points": tried, "seed": SEED, "bound": min(1.0, 3 / max(tried, 1)), **more}
    record(part, json.dumps(figures))
