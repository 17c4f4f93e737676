#!/usr/bin/env python3
"""Time Calque and its peers on the same text, in turns, and append the result to results/race.jsonl.

    benchmarks/race.py articles.jsonl                     needs a build with -DCALQUE_BUILD_BENCHMARKS=ON
    benchmarks/race.py --build build/release --size 20M --rounds 5 --dry-run

Each round runs every entrant once, in the same order (A B C A B C ...), so that other work of the machine slows all of
them alike. A ratio compares two times of one round; the result is the median of the rounds. Processor time is shown beside
wall time, since it varies less on a shared machine. Start-up is part of the time. Output goes to /dev/null.
"""
import argparse
import importlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results" / "race.jsonl"
sys.path.insert(0, str(HERE))
import peers  # noqa: E402

PEERS = ["calque", "fasttext", "floor", "kenlm", "checkers"]
SAMPLE_BYTES = 200_000
# (fast, slow, target): `fast` should be `target` times as fast as `slow`.
TARGETS = [
    ("one head, fused", "fasttext predict-prob", 12),
    ("calque score", "fasttext predict-prob", 5),
    ("calque score", "floor: read, validate, split, hash", 0.25),
    ("calque score --findings", "calque score", 0.8),
    ("calque score, 2 threads", "calque score", 1.9),
]


def make_track(work, build, articles, size):
    bench = [build / "bin" / "calque", "bench", "--size", size, *articles]
    feed, text, sample = work / "feed.jsonl", work / "feed.txt", work / "sample.txt"
    peers.output_of([*bench, "--write-feed", feed, "--write-text", text])
    with open(text, "rb") as lines, open(sample, "wb") as out:
        while out.tell() < SAMPLE_BYTES and (line := lines.readline()):
            out.write(line)
    with open(text, "rb") as lines:
        count = sum(1 for _ in lines)
    return peers.Track(work, build / "bin", feed, text, sample, count)


def find_entrants(track):
    entrants, skipped = [], {}
    for name in PEERS:
        try:
            entrants += importlib.import_module(f"peers.{name}").entrants(track)
        except peers.Unavailable as reason:
            skipped[name] = str(reason)
            print(f"skipped {name}: {reason}", file=sys.stderr)
    return entrants, skipped


def run_once(entrant):
    begin = time.monotonic()
    child = subprocess.Popen(
        [str(word) for word in entrant.command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=True
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    if child.returncode != 0:
        raise RuntimeError(f"{entrant.name} failed")
    return {"wall": wall, "user": usage.ru_utime, "system": usage.ru_stime, "resident": usage.ru_maxrss * 1024}


def race(entrants, rounds):
    for entrant in entrants:
        entrant.check(peers.output_of(entrant.command))
    runs = {entrant.name: [] for entrant in entrants}
    for number in range(rounds):
        for entrant in entrants:
            runs[entrant.name].append(run_once(entrant))
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    return runs


def seconds(run, clock):
    return run["wall"] if clock == "wall" else run["user"] + run["system"]


def ratios(result, fast, slow, clock):
    """How many times as fast the first is as the second, round by round."""
    one, other = result["entrants"].get(fast), result["entrants"].get(slow)
    if one is None or other is None:
        return []
    scale = one["text_bytes"] / other["text_bytes"]
    return [scale * seconds(b, clock) / seconds(a, clock) for a, b in zip(one["runs"], other["runs"])]


def first_line(path, key):
    with open(path, encoding="utf-8") as lines:
        return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "")


def describe(track, arguments, rounds):
    git = ["git", "-C", str(HERE), "describe", "--always", "--dirty", "--abbrev=12"]
    model = json.loads(peers.output_of([track.bin / "calque", "score", "--quiet", track.feed]).split(b"\n", 1)[0])["model"]
    return {
        "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "unknown",
        "model": model,
        "processor": first_line("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "rounds": rounds,
        "size": arguments.size,
        "sources": [pathlib.Path(name).name for name in arguments.articles] or ["sample.jsonl"],
        "articles": track.articles,
    }


def show(result):
    print(f"{'':<36}{'MB/s, wall':>12}{'MB/s, processor':>18}")
    for name, entrant in result["entrants"].items():
        rate = [entrant["text_bytes"] / 1e6 / statistics.median(seconds(r, c) for r in entrant["runs"]) for c in ("wall", "cpu")]
        print(f"{name:<36}{rate[0]:>12.1f}{rate[1]:>18.1f}")
    print(f"\n{'times as fast':<76}{'target':>8}{'wall':>9}{'processor':>11}")
    for fast, slow, target in TARGETS:
        wall, processor = (ratios(result, fast, slow, clock) for clock in ("wall", "cpu"))
        if wall:
            print(f"{fast + ' / ' + slow:<76}{target:>8}{statistics.median(wall):>9.2f}{statistics.median(processor):>11.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", help="as for calque bench; default: the sample feed")
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parent / "build" / "release")
    parser.add_argument("--size", default="50M")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--dry-run", action="store_true", help="print the result without recording it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="calque-race-") as work:
        track = make_track(pathlib.Path(work), arguments.build.resolve(), arguments.articles, arguments.size)
        entrants, skipped = find_entrants(track)
        result = describe(track, arguments, arguments.rounds)
        runs = race(entrants, arguments.rounds)
        result["skipped"] = skipped
        result["entrants"] = {
            entrant.name: {"text_bytes": entrant.text.stat().st_size, "runs": runs[entrant.name]} for entrant in entrants
        }
    show(result)
    if not arguments.dry_run:
        with open(RESULTS, "a", encoding="utf-8") as results:
            results.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
