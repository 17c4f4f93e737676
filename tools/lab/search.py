#!/usr/bin/env python3
"""Search hyper-parameters of the training on the development sets, and record the results.

Changes one option of calque-lab train at a time from its default, trains, packs, measures with `calque evaluate` on dev-*,
and appends a line of JSON to benchmarks/results/search.jsonl. A setting that is recorded for this version of the model does
not run again, so a search can be stopped and continued. Weights and reports stay in a folder that git ignores.

    tools/lab/search.py --articles ../shared/data/articles build/round-trips build/registers
    tools/lab/search.py --articles ... --only l2 seed     only some options; leave-out stands for the ablations
    tools/lab/search.py --table                           prints the record as Markdown
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORD = ROOT / "benchmarks/results/search.jsonl"
# The first run has all defaults, so a default value here is not run again. Seeds show how much of a difference is chance.
SEARCH = {
    "seed": [2, 3],
    "l2": [0.0005, 0.001, 0.002, 0.005, 0.02],
    "min-passages": [5, 10, 30],
    "buckets": [1 << 19, 1 << 20],
    "max-words": [250_000, 500_000, 1_000_000],
    "epochs": [1, 2, 4],
    "learning-rate": [0.1, 0.3, 0.6],
}
# Parts that the article model is trained without, to measure what each adds.
ABLATIONS = ["head.fluency", "head.machine", "head.translation", "head.translated", "artifact"]
DEVELOPMENT = {"wmt22": "dev-wmt22.jsonl.gz", "wmt18": "dev-wmt18.jsonl.gz", "htmt": "dev-htmt.jsonl.gz"}
NO_INTERVALS = ["--resamples", "0"]


def run(command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def default_options(binaries):
    """The version and the default numbers of calque-lab train, read from its --help."""
    usage = run([binaries / "calque-lab", "train", "--help"])
    version = re.search(r"--version-name TEXT=(\S+)", usage)[1]
    found = re.findall(r"--([a-z0-9-]+) (?:INT|UINT|FLOAT)(?::\w+)?=(\S+)", usage)
    defaults = {name: json.loads(value) for name, value in found}
    missing = set(SEARCH) - set(defaults)
    if missing:
        sys.exit(f"search: calque-lab train has no option {', '.join(sorted(missing))}")
    return version, defaults


def settings(defaults, only):
    """(name, options): first the defaults, then each part left out, then each option changed."""
    yield "default", defaults
    for part in ABLATIONS:
        if not only or "leave-out" in only:
            yield f"without {part}", {**defaults, "leave-out": part}
    for option, values in SEARCH.items():
        if only and option not in only:
            continue
        for value in values:
            if value != defaults[option]:
                yield f"{option} {value}", {**defaults, option: value}


def read_record(path):
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def summary(report):
    """The figures of one development set, without contrasts that lack a side."""
    result = {}
    for contrast, scores in report["contrasts"].items():
        if scores:
            own = scores[0]
            result[contrast] = {
                "mean_auc": own["mean_auc_over_pairs"]["value"],
                "auc": own["auc"]["value"],
                "recall_at_1_percent": own["recall_at_1_percent"]["value"],
            }
    result["called_machine"] = {label["kind"]: label["machine"]["share"] for label in report["labels"]}
    result["threshold"] = report["threshold"]
    result["calibration_error"] = report["calibration"]["expected_calibration_error"]
    return result


def development_file(folders, name):
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    sys.exit(f"search: no {name} in the folders of articles")


def measure(options, arguments, folder):
    """Train with these options and measure. Returns the model's name and the figures by development set."""
    folder.mkdir(parents=True, exist_ok=True)
    train = [arguments.binaries / "calque-lab", "train", "--articles", *arguments.articles, "--lexicons", arguments.lexicons]
    train += ["--quality", *arguments.quality] if arguments.quality else []
    train += ["--output", folder / "weights.calque", "--work", folder / "work"]
    train += ["--held-out", folder / "held-out.json", "--manifest", folder / "manifest.json"]
    run(train + [word for name, value in options.items() for word in (f"--{name}", value)])
    pack = folder / "en.calque"
    run([arguments.binaries / "calque-pack", "--weights", folder / "weights.calque", "--lexicons", arguments.lexicons, "--output", pack])
    figures = {}
    for name, file in DEVELOPMENT.items():
        path = development_file(arguments.articles, file)
        report = json.loads(run([arguments.binaries / "calque", "evaluate", path, "--model", pack, "--format", "json", "--quiet", *NO_INTERVALS]))
        model = report["model"]
        figures[name] = summary(report)
    return model, figures


def search(arguments):
    version, defaults = default_options(arguments.binaries)
    for name, options in settings(defaults, arguments.only):
        if any(line["options"] == options and line["model"].startswith(version + " ") for line in read_record(arguments.record)):
            print(f"search: {name} is on record", file=sys.stderr)
            continue
        print(f"search: {name}", file=sys.stderr)
        begin = time.monotonic()
        model, figures = measure(options, arguments, arguments.work / name.replace(" ", "-"))
        line = {"setting": name, "options": options, "model": model, "seconds": round(time.monotonic() - begin), **figures}
        arguments.record.parent.mkdir(parents=True, exist_ok=True)
        with open(arguments.record, "a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")


def ratio(value):
    return "-" if value is None else f"{value:.3f}"


def percent(value):
    return "-" if value is None else f"{100 * value:.1f} %"


def table(record):
    header = ["setting", "WMT22 translations", "WMT18 translations", "HT-vs-MT translations", "WMT22 originals"]
    header += ["WMT22 machine", "of translations", "of originals", "WMT22 ECE", "seconds"]
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    for line in record:
        areas = [ratio(line[name].get("machine_translations", {}).get("mean_auc")) for name in DEVELOPMENT]
        originals = ratio(line["wmt22"].get("machine_originals", {}).get("mean_auc"))
        called = [percent(line["wmt22"]["called_machine"].get(kind)) for kind in ("machine", "translation", "original")]
        cells = [line["setting"], *areas, originals, *called, ratio(line["wmt22"]["calibration_error"]), str(line["seconds"])]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=pathlib.Path, nargs="+", help="folders to train on; one of them holds dev-*")
    parser.add_argument("--quality", type=pathlib.Path, nargs="+", help="people's ratings, as calque-lab train takes them")
    parser.add_argument("--lexicons", type=pathlib.Path, default=ROOT / "models/en/lexicon")
    parser.add_argument("--binaries", type=pathlib.Path, default=ROOT / "build/release/bin", help="folder of calque, calque-lab and calque-pack")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/search", help="folder for weights and reports")
    parser.add_argument("--record", type=pathlib.Path, default=RECORD)
    parser.add_argument("--only", nargs="+", choices=[*SEARCH, "leave-out"], help="search these options only")
    parser.add_argument("--table", action="store_true", help="print the record as Markdown and run nothing")
    arguments = parser.parse_args()
    if arguments.table:
        print(table(read_record(arguments.record)))
    elif arguments.articles:
        search(arguments)
    else:
        parser.error("--articles is needed")


if __name__ == "__main__":
    main()
