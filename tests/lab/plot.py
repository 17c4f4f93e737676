"""Every plot has readable text, and the same report gives the same picture. Exits with 77 without matplotlib."""
import copy
import importlib.machinery
import importlib.util
import json
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tools/lab"))
try:
    import matplotlib  # noqa: F401
except ImportError:
    print("matplotlib is not installed")
    sys.exit(77)

from plots import bench, evaluation, race, style


def load_program():
    loader = importlib.machinery.SourceFileLoader("plot", str(ROOT / "tools/lab/plot"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("plot", loader))
    loader.exec_module(module)
    return module


def evaluation_report():
    return json.loads((ROOT / "models/en/results/wmt22.json").read_text(encoding="utf-8"))


def bench_record(most_threads=64):
    threads = [1 << power for power in range(most_threads.bit_length())]
    measures = [(f"throughput/{count} thread{'' if count == 1 else 's'}", 12.5 * count**0.9) for count in threads]
    measures += [(f"stage/{name}", 3.0**place) for place, name in enumerate(("reading", "text", "artifacts", "heads"))]
    return {
        "measures": [{"name": name, "median": median} for name, median in measures],
        "lengths": [{"bytes": 2**power - 1, "articles": 1000, "megabytes_per_second": power} for power in range(8, 22)],
    }


def race_record():
    return json.loads((ROOT / "benchmarks/results/race.jsonl").read_text(encoding="utf-8").splitlines()[-1])


def all_figures():
    yield from evaluation.figures(evaluation_report())
    yield from bench.figures(bench_record())
    yield from race.figures(race_record())


def undrawn_labels(figure):
    """Labels of ticks outside an axis, which matplotlib keeps but does not draw."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks() + axis.get_minor_ticks():
                if not low <= tick.get_loc() <= high:
                    yield from (tick.label1, tick.label2)


def texts_of(figure):
    """(text, box in pixels) of all text in the plot."""
    figure.canvas.draw()
    undrawn = set(undrawn_labels(figure))
    written = figure.findobj(lambda artist: isinstance(artist, matplotlib.text.Text) and artist.get_visible())
    return [(text.get_text(), text.get_window_extent()) for text in written if text.get_text().strip() and text not in undrawn]


def overlap(one, other):
    """Whether the boxes overlap by more than a pixel in both directions."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return width > 1 and height > 1


class Plots(unittest.TestCase):
    def tearDown(self):
        style.plt.close("all")

    def test_no_texts_overlap(self):
        for name, figure in all_figures():
            texts = texts_of(figure)
            for place, (text, box) in enumerate(texts):
                for other, other_box in texts[place + 1 :]:
                    self.assertFalse(overlap(box, other_box), f"{name}: {text!r} and {other!r}")

    def test_every_axis_is_labelled(self):
        for name, figure in all_figures():
            axes = figure.axes
            self.assertTrue(any(axis.get_xlabel() for axis in axes), name)

    def test_plots_without_data_are_not_drawn(self):
        report = evaluation_report()
        report["contrasts"] = {name: [] for name in report["contrasts"]}
        report["breakdowns"] = {}
        report["calibration"]["bins"] = []
        report["histograms"] = {"original": report["histograms"]["original"]}
        self.assertEqual([name for name, _ in evaluation.figures(report)], ["histogram"])
        self.assertEqual(bench.figures({"measures": [], "lengths": []}), [])

    def test_a_figure_that_could_not_be_computed_leaves_a_gap(self):
        report = evaluation_report()
        for group in report["breakdowns"]["pair"]:
            group["machine_originals"]["auc"] = {"value": None, "interval": [None, None]}
            group["machine_translations"]["auc"]["interval"] = [None, None]
        texts = [text for text, _ in texts_of(evaluation.areas(report, "pair"))]
        self.assertNotIn("-", texts)
        self.assertNotIn("nan", " ".join(texts))

    def test_long_names_are_cut(self):
        report = evaluation_report()
        report["contrasts"]["machine_originals"][-1]["name"] = "fastText " + "m" * 80
        for name, figure in evaluation.figures(report):
            self.assertFalse(any("m" * 30 in text for text, _ in texts_of(figure)), name)

    def test_the_same_report_gives_the_same_well_formed_picture(self):
        with tempfile.TemporaryDirectory() as folder:
            for round in ("first", "second"):
                for name, figure in all_figures():
                    style.save(figure, pathlib.Path(folder) / f"{round}-{name}.svg")
            for path in pathlib.Path(folder).glob("first-*.svg"):
                xml.etree.ElementTree.parse(path)
                picture = path.read_bytes().replace(b"first-", b"second-")
                self.assertEqual(picture, path.with_name(path.name.replace("first-", "second-")).read_bytes())

    def test_of_a_file_with_several_records_the_last_is_drawn(self):
        program = load_program()
        first, last = race_record(), copy.deepcopy(race_record())
        last["processor"] = "the last machine"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "race.jsonl"
            path.write_text("".join(json.dumps(one) + "\n" for one in (first, last)), encoding="utf-8")
            (_, figure), = program.figures(program.read_report(path))
        self.assertTrue(any("the last machine" in text for text, _ in texts_of(figure)))

    def test_another_file_is_refused(self):
        with self.assertRaises(ValueError):
            load_program().figures({"detectors": []})


if __name__ == "__main__":
    unittest.main()
