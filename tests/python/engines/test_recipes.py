"""Every recipe of tools/python/recipes runs as its first line says, and writes the command's verdicts."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from records import check, read_by_id

RECIPES = sorted((Path(__file__).parents[3] / "tools" / "python" / "recipes").glob("with_*.py"))
MODULES = {"with_dask": "dask.dataframe", "with_spark": "pyspark"}


def test_there_is_a_recipe_for_each_engine() -> None:
    assert len(RECIPES) == 6


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_writes_the_verdicts_of_the_command(
    recipe: Path, news_files: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    pytest.importorskip(MODULES.get(recipe.stem, recipe.stem.removeprefix("with_")))
    target = tmp_path / "scored.parquet"
    source = str(news_files) if recipe.stem != "with_duckdb" else f"{news_files}/*.parquet"
    run = subprocess.run([sys.executable, recipe, source, target], capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    check(read_by_id(target), expected)
