"""Programs to hold Calque against, one small file each.

A peer has `entrants(track)`, which makes ready what it needs under `track.work` and returns what is to be timed, or
raises Unavailable with the reason. An entrant's answers are checked before it is timed.
"""
import dataclasses
import pathlib
import shutil
import subprocess
import typing


class Unavailable(Exception):
    """The reason is for people: "install the Debian package fasttext"."""


@dataclasses.dataclass
class Track:
    """What all entrants run over: the same articles, as JSONL, as bare text (one a line), and a sample of that."""

    work: pathlib.Path
    bin: pathlib.Path
    feed: pathlib.Path
    text: pathlib.Path
    sample: pathlib.Path
    articles: int


@dataclasses.dataclass
class Entrant:
    name: str
    command: list
    text: pathlib.Path  # whose bytes count as its work
    check: typing.Callable = lambda output: None  # raises ValueError for a wrong answer


def output_of(command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def need(program, advice):
    path = shutil.which(program)
    if path is None:
        raise Unavailable(advice)
    return path
