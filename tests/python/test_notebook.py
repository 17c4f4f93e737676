"""The notebook runs from its first cell to its last, and shows marked findings."""

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("pyarrow")

NOTEBOOK = Path(__file__).parents[2] / "tools" / "python" / "recipes" / "quickstart.ipynb"


def test_the_notebook_runs_and_marks_findings() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "it is kept without outputs"
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    shown = {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}
    assert "<mark" in shown["explain"][0]["data"]["text/html"]
    assert "reform-speech-arabic" in shown["score_many"][0]["data"]["text/plain"]
    assert all(outputs for name, outputs in shown.items())
