"""One fastText head, run by fastText itself and by Calque's fused tables (speed/heads_alone.cc).

The head has the kind and size of those in Calque's pack (tools/lab/train/heads.h). It is trained on the feed's own text, so
both know its words. Its speed does not depend on the labels, so every other line is called machine.
"""
from peers import Entrant, need, output_of

ARGUMENTS = "-dim 8 -wordNgrams 2 -bucket 1048576 -minCount 10 -loss softmax -epoch 1 -thread 1 -verbose 0".split()
TRAINING_LINES = 5000
TOLERANCE = 2e-4  # fastText adds 1e-5 to every probability, and prints six digits


def train(fasttext, track):
    model = track.work / "head.bin"
    training = track.work / "training.txt"
    with open(track.text, encoding="utf-8") as lines, open(training, "w", encoding="utf-8") as out:
        for number, line in zip(range(TRAINING_LINES), lines):
            out.write(f"__label__{'machine' if number % 2 else 'human'} {line}")
    output_of([fasttext, "supervised", "-input", training, "-output", model.with_suffix(""), *ARGUMENTS])
    return model


def answers(output):
    """The probability of "machine" on each line."""
    for line in output.decode().splitlines():
        label, probability = line.split()
        yield float(probability) if label == "__label__machine" else 1 - float(probability)


def entrants(track):
    fasttext = need("fasttext", "install the Debian package fasttext")
    model = train(fasttext, track)
    command = [fasttext, "predict-prob", model, track.text]
    expected = list(answers(output_of(command)))

    def check(output):
        given = list(answers(output))
        if len(given) != len(expected):
            raise ValueError(f"{len(given)} answers, fastText gives {len(expected)}")
        worst = max(abs(one - other) for one, other in zip(given, expected))
        if worst > TOLERANCE:
            raise ValueError(f"a probability is {worst} away from fastText's")

    fused = [track.bin / "heads_alone", model, track.text, "machine", "human"]
    return [
        Entrant("fasttext predict-prob", command, track.text, check),
        Entrant("one head, fused", fused, track.text, check),
    ]
