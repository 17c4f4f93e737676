"""KenLM: the probability of each line under a trigram model of the feed's own text."""
from peers import Entrant, need, output_of

ADVICE = "build KenLM (github.com/kpu/kenlm, or the source package of PyPI's kenlm) and put lmplz, build_binary and query on the PATH"


def entrants(track):
    lmplz, build, query = (need(program, ADVICE) for program in ("lmplz", "build_binary", "query"))
    arpa, model = track.work / "trigrams.arpa", track.work / "trigrams.kenlm"
    output_of([lmplz, "-o", "3", "--discount_fallback", "--skip_symbols", "-S", "20%", "--text", track.text, "--arpa", arpa])
    output_of([build, arpa, model])

    def check(output):
        if not output.strip():
            raise ValueError("no answer")

    return [Entrant("kenlm query, trigrams", ["sh", "-c", f"exec {query} -v summary {model} < {track.text}"], track.text, check)]
