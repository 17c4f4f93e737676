"""The least work of any such program, and `wc -w`. Both read the text and split it into words."""
from peers import Entrant, need

TOLERANCE = 0.01  # some versions of wc do not count a dash that stands alone as a word


def entrants(track):
    with open(track.text, "rb") as lines:
        words = sum(len(line.split()) for line in lines)

    def check(tolerance):
        def compare(output):
            given = int(output.split()[0])
            if abs(given - words) > tolerance * words:
                raise ValueError(f"{given} words, not {words}")

        return compare

    count = ["env", "LC_ALL=C", need("wc", "install coreutils"), "-w", track.text]
    return [
        Entrant("floor: read, validate, split, hash", [track.bin / "floor", track.text], track.text, check(0)),
        Entrant("wc -w", count, track.text, check(TOLERANCE)),
    ]
