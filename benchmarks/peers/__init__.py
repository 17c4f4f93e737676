"""Programs to compare Calque with, one small file each.

A peer has a function `entrants(track)`. It prepares files under `track.work` and returns the entrants to be timed, or raises
Unavailable with the reason. An entrant's answers are checked before it is timed.
"""
import dataclasses
import pathlib
import shutil
import subprocess
import typing


class Unavailable(Exception):
    """Its message tells the user what to do: "install the Debian package fasttext"."""


@dataclasses.dataclass
class Track:
    """The input of all entrants: the same articles as JSONL, as plain text (one a line), and a sample of that text."""

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
    text: pathlib.Path  # its size is the entrant's work
    check: typing.Callable = lambda output: None  # raises ValueError for a wrong answer


def output_of(command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def need(program, advice):
    path = shutil.which(program)
    if path is None:
        raise Unavailable(advice)
    return path
