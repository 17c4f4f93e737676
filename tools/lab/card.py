#!/usr/bin/env python3
"""Write the card of a model from the results of training and evaluation.

Fills models/en/CARD.md.in with figures from models/en/manifest.json and models/en/results/, so that nobody types figures:

    tools/lab/card.py            writes models/en/CARD.md
    tools/lab/card.py --check    exits with 1 and shows the difference if the card does not match the results

In the template, {{name argument...}} is a figure or table of COMMANDS below, and a line

    @source PATTERN[, PATTERN...] | description | licence

is a row of the table of sources. It adds up the manifest's sources whose names match. Each source must match a row.
"""
import argparse
import difflib
import fnmatch
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TWIN = "-held-out"  # ends the version of weights that were trained without the development sets
SETS = {"wmt22": "WMT22", "wmt18": "WMT18", "htmt": "HT-vs-MT, whole articles"}
KINDS = {"original": "English originals", "translation": "people's translations", "machine": "neural output"}
CONTRASTS = {
    "machine_originals": "machine output / English originals",
    "machine_translations": "machine output / people's translations",
    "translations_originals": "people's translations / English originals",
}
BASELINES = {"length": "length", "punctuation": "punctuation", "fastText plain.bin": "plain fastText"}
HEADS_BY_SHARE = ("article", "fluency", "machine", "translation", "translated")
NO_RESULTS = 77  # ctest skips the test; there are no results before the first training


class CardError(Exception):
    """The results do not fit together, or do not fit the template."""


def read(path):
    if not path.exists():
        raise CardError(f"{path.relative_to(ROOT)} is missing")
    return json.loads(path.read_text(encoding="utf-8"))


def ratio(value):
    return "-" if value is None else f"{value:.3f}"


def percent(value):
    return "-" if value is None else f"{100 * value:.1f} %"


def interval(entry, form):
    low, high = entry["interval"]
    return "" if low is None or high is None else f" [{form(low)}, {form(high)}]"


def estimate(entry):
    return ratio(entry["value"]) + interval(entry, ratio)


def percentage(value, entry):
    return percent(value) + interval(entry, lambda bound: f"{100 * bound:.1f}")


def share(entry):
    return percentage(entry["share"], entry)


def recalls(entry):
    """At 1 % and at 0.1 % false positives."""
    return [percentage(entry[key]["value"], entry[key]) for key in ("recall_at_1_percent", "recall_at_1_permille")]


def grouped(number):
    return f"{number:,}"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


class Results:
    """All results that the card shows. Checks that they are of one model."""

    def __init__(self, folder):
        self.manifest = read(folder / "manifest.json")
        self.sets = {name: read(folder / "results" / f"{name}.json") for name in SETS}
        self.held_out = read(folder / "results" / "held-out.json")
        self.findings = read(folder / "results" / "findings.json")
        self.robustness = read(folder / "results" / "robustness.json")
        self.ablation = read_ablation(folder.parents[1] / "benchmarks/results/search.jsonl")
        self.check()

    def check(self):
        models = {name: report["model"] for name, report in self.sets.items()}
        if len(set(models.values())) > 1:
            raise CardError(f"the results are of different models: {models}")
        # The pack that ships learned from the development sets, too, so its twin was measured in its place.
        twin = self.manifest["version"] + TWIN
        if self.held_out["version"] != twin or not self.sets["wmt22"]["model"].startswith(twin + " "):
            raise CardError(f"the results are not of {twin}")
        if not self.robustness["model"].startswith(twin + " "):
            raise CardError(f"robustness.json is not of {twin}")
        for name, report in self.sets.items():
            # Both thresholds are rounded to four decimals.
            if abs(report["threshold"] - self.held_out["threshold"]) > 1.5e-4 or report["max_fpr"] != self.held_out["max_fpr"]:
                raise CardError(f"{name}.json was measured at another threshold than the default of held-out.json")

    def label(self, name, kind):
        found = [entry for entry in self.sets[name]["labels"] if entry["kind"] == kind]
        if not found:
            raise CardError(f"{name}.json has no articles of kind {kind}")
        return found[0]

    def calque(self, name, contrast):
        """Calque's own figures in a contrast; None where one side is missing."""
        return next((score for score in self.sets[name]["contrasts"][contrast] if score["name"] == "Calque"), None)

    def groups(self, name, breakdown, contrast):
        return {group["name"]: group[contrast] for group in self.sets[name]["breakdowns"][breakdown] if contrast in group}


def labels_table(results):
    rows = []
    for name, title in SETS.items():
        for kind, of_kind in KINDS.items():
            for entry in results.sets[name]["labels"]:
                if entry["kind"] == kind:
                    rows.append([title, of_kind, grouped(entry["scored"])] + [share(entry[label]) for label in ("machine", "undecided", "human")])
    return table(["test set", "kind", "scored", "machine", "undecided", "human"], rows)


def contrasts_table(results):
    rows = []
    for name, title in SETS.items():
        for contrast, what in CONTRASTS.items():
            scores = {score["name"]: score for score in results.sets[name]["contrasts"][contrast]}
            if "Calque" not in scores:
                continue
            own = scores["Calque"]
            rows.append(
                [title, what, estimate(own["mean_auc_over_pairs"]), estimate(own["auc"])]
                + [ratio(scores[baseline]["auc"]["value"]) for baseline in BASELINES]
                + recalls(own)
            )
    header = ["test set", "contrast", "mean over pairs", "together", *BASELINES.values(), "recall at 1 %", "at 0.1 %"]
    return table(header, rows)


def pairs_table(results):
    rows = []
    for name, title in SETS.items():
        for pair, figures in results.groups(name, "pair", "machine_translations").items():
            called = [share(figures[f"{side}_called_machine"]) for side in ("positives", "negatives")]
            rows.append([title, pair, grouped(figures["positives"]), estimate(figures["auc"])] + called)
    return table(["test set", "pair", "machine output", "AUC", "of it called machine", "of people's translations"], rows)


def lengths_table(results):
    of_contrast = {contrast: results.groups("wmt22", "length", contrast) for contrast in ("machine_originals", "machine_translations")}
    rows = []
    for length, figures in of_contrast["machine_translations"].items():
        originals = of_contrast["machine_originals"].get(length)
        rows.append([length, grouped(figures["positives"]), estimate(originals["auc"]) if originals else "-", estimate(figures["auc"])])
    return table(["length", "machine output", "AUC against originals", "AUC against translations"], rows)


def engines_table(results):
    rows = []
    for entry in results.held_out["engines"]:
        areas = [estimate(entry[side]["auc"]) if side in entry else "-" for side in ("originals", "translations")]
        rows.append([entry["engine"], grouped(entry["machine"]["of"]), *areas, *recalls(entry["originals"]), share(entry["machine"])])
    header = ["engine", "passages", "AUC against originals", "against translations", "recall at 1 %", "at 0.1 %", "called machine"]
    return table(header, rows)


def originals_table(results):
    rows = [[entry["source"], grouped(entry["articles"]), grouped(entry["machine"]["of"]), share(entry["machine"])] for entry in results.held_out["sources"]]
    return table(["source", "articles", "passages", "called machine"], rows)


def findings_table(results):
    """A row for each type of artifact; findings per 1,000 words."""
    writers = {entry["name"]: entry["words"] for entry in results.findings["writers"]}
    rows = []
    for line in results.findings["detectors"]:
        if "detector" in line:
            continue
        trips = line.get("round_trips")
        rates = [f"{line['per_1000_words'][writer]:.3f}" for writer in writers]
        rows.append([line["type"].replace("_", " "), *rates, percent(trips["precision"]) if trips else "-"])
    rows.append(["words", *map(grouped, writers.values()), ""])
    return table(["findings per 1,000 words", *writers, "right on round trips"], rows)


def finding_share(results, part, name):
    return percent(results.findings[part][name])


def read_ablation(record):
    """The records with all parts of the model and with each part left out, of the last version that has such records."""
    if not record.exists():
        return []
    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    versions = [line["model"].split()[0] for line in lines if line["setting"].startswith("without ")]
    settings = [line for line in lines if line["setting"] == "default" or line["setting"].startswith("without ")]
    return [line for line in settings if versions and line["model"].split()[0] == versions[-1]]


def ablation(results):
    if not results.ablation:
        return ""
    header = ["article model", *(f"{SETS[name]}, translations" for name in SETS), f"{SETS['wmt22']}, originals"]
    rows = []
    for line in results.ablation:
        areas = [line[name]["machine_translations"]["mean_auc"] for name in SETS]
        rows.append([line["setting"].replace("default", "whole"), *map(ratio, [*areas, line["wmt22"]["machine_originals"]["mean_auc"]])])
    intro = "What each part gives: the area under the curve, mean over pairs, of neural output against people's translations and English originals (`tools/lab/search.py`). "
    intro += f"Measured on version {results.ablation[0]['model'].split()[0]}."
    return f"\n### Without its parts\n{intro}\n\n{table(header, rows)}\n"


def worst(results, kind):
    """The largest share of a kind that is called machine in any test set."""
    found = [(entry["machine"]["share"], SETS[name], entry["machine"]) for name, report in results.sets.items() for entry in report["labels"] if entry["kind"] == kind]
    _, title, entry = max(found, key=lambda one: one[0])
    return f"up to {share(entry)} ({title})"


def too_short(results, name, kind):
    entry = results.label(name, kind)
    return percent(entry["too_short"] / entry["articles"])


def area(results, name, contrast, breakdown, *group):
    groups = results.groups(name, breakdown, contrast)
    if " ".join(group) not in groups:
        raise CardError(f"{name}.json has no {breakdown} {' '.join(group)}")
    return estimate(groups[" ".join(group)]["auc"])


def robustness_table(results):
    edits = results.robustness["edits"]
    labels = ("machine", "undecided", "human")
    rows = [[edit["edit"], *(percent(edit[label] / sum(edit[each] for each in labels)) for label in labels)] for edit in edits]
    return table(["edited by", *(f"`{label}`" for label in labels)], rows)


def quality(results, level):
    if "quality" not in results.sets["wmt22"]:
        raise CardError("wmt22.json was measured without --quality")
    return estimate(results.sets["wmt22"]["quality"]["mean"][f"{level}_spearman"])


def option(results, name):
    return grouped(results.manifest["options"][name])


COMMANDS = {
    "ablation": ablation,
    "auc": area,
    "contrasts_table": contrasts_table,
    "ece": lambda results, name: ratio(results.sets[name]["calibration"]["expected_calibration_error"]),
    "engines_table": engines_table,
    "finding_share": finding_share,
    "findings_table": findings_table,
    "head_count": lambda results: str(len(HEADS_BY_SHARE) - 1),
    "held_out": lambda results, kind: share(results.held_out[kind]),
    "held_out_ece": lambda results: ratio(results.held_out["expected_calibration_error"]),
    "labels_table": labels_table,
    "lengths_table": lengths_table,
    "max_fpr": lambda results: f"{results.held_out['max_fpr']:g}",
    "max_fpr_percent": lambda results: f"{100 * results.held_out['max_fpr']:g} %",
    "mean_auc": lambda results, name, contrast: estimate(results.calque(name, contrast)["mean_auc_over_pairs"]),
    "model": lambda results: results.sets["wmt22"]["model"],
    "option": option,
    "originals_table": originals_table,
    "pairs_table": pairs_table,
    "quality": quality,
    "robustness_articles": lambda results: grouped(results.robustness["articles"]),
    "robustness_table": robustness_table,
    "share": lambda results, name, kind, label: share(results.label(name, kind)[label]),
    "source_header": lambda results: table(["source", "licence", "articles", "words", *HEADS_BY_SHARE], []),
    "threshold": lambda results: ratio(results.held_out["threshold"]),
    "too_short": too_short,
    "version": lambda results: results.manifest["version"],
    "worst": worst,
}


def source_row(line, results, described):
    patterns, description, licence = (field.strip() for field in line.removeprefix("@source ").split("|"))
    names = [pattern.strip() for pattern in patterns.split(",")]
    found = [source for source in results.manifest["sources"] if any(fnmatch.fnmatchcase(source["name"], name) for name in names)]
    described.update(source["name"] for source in found)
    if not found:
        return None  # not part of this model
    kept = [amount for source in found for amount in source["kept"].values()]
    shares = [sum(source["shares"].get(head, 0) for source in found) for head in HEADS_BY_SHARE]
    counts = [grouped(sum(amount[what] for amount in kept)) for what in ("articles", "words")]
    return "| " + " | ".join([description, licence, *counts, *map(percent, shares)]) + " |"


def fill(template, results):
    described = set()
    lines = []
    for line in template.splitlines():
        row = source_row(line, results, described) if line.startswith("@source ") else line
        if row is not None:
            lines.append(row)
    missing = {source["name"] for source in results.manifest["sources"]} - described
    if missing:
        raise CardError(f"the template has no @source for {', '.join(sorted(missing))}")

    def replace(match):
        name, *arguments = match[1].split()
        if name not in COMMANDS:
            raise CardError(f"the template has {match[0]}, but there is no such command")
        return COMMANDS[name](results, *arguments)

    return re.sub(r"\{\{([^}]+)\}\}", replace, "\n".join(lines)) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "models/en", help="the model's folder (default: models/en)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the card does not match the results")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if arguments.check and not (folder / "manifest.json").exists():
        print("card: nothing to check: there is no manifest.json yet")
        return NO_RESULTS
    try:
        card = fill((folder / "CARD.md.in").read_text(encoding="utf-8"), Results(folder))
    except CardError as error:
        print(f"card: {error}", file=sys.stderr)
        return 1
    path = folder / "CARD.md"
    if not arguments.check:
        path.write_text(card, encoding="utf-8")
        return 0
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = list(difflib.unified_diff(committed.splitlines(), card.splitlines(), "committed", "by the results", lineterm=""))
    print("\n".join(difference))
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
