"""Calque itself: every detector and every head, JSONL in and JSONL out."""
import json

from peers import Entrant


def entrants(track):
    score = [track.bin / "calque", "score", "--quiet", "--threads"]

    def check(output):
        records = [json.loads(line) for line in output.splitlines()]
        if len(records) != track.articles:
            raise ValueError(f"{len(records)} records for {track.articles} articles")
        if sum(record["basis"] == "scored" for record in records) < 0.8 * len(records):
            raise ValueError("fewer than 80 % of the articles were scored: time on others says nothing")

    return [
        Entrant("calque score", [*score, "1", track.feed], track.text, check),
        Entrant("calque score --findings", [*score, "1", "--findings", track.feed], track.text, check),
        Entrant("calque score, 2 threads", [*score, "2", track.feed], track.text, check),
    ]
