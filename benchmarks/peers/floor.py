"""The least that must be done, and `wc -w`: both read the text, and split it into words."""
from peers import Entrant, need, output_of


def entrants(track):
    count = ["env", "LC_ALL=C", need("wc", "install coreutils"), "-w", track.text]
    words = output_of(count).split()[0]

    def check(output):
        if output.split()[0] != words:
            raise ValueError(f"{output.split()[0]} words, not {words}")

    return [
        Entrant("floor: read, validate, split, hash", [track.bin / "floor", track.text], track.text, check),
        Entrant("wc -w", count, track.text, check),
    ]
