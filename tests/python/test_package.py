"""The installed package is complete: the command, the model, the licence, and types for type checkers."""

import os
import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path

import calque
import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parents[1] / "tools" / "python" / "pyproject.toml"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=HERE)


def test_the_module_is_the_command_with_its_exit_codes(sample: Path) -> None:
    assert run("calque", "--version").stdout == f"calque {calque.__version__}\n"
    assert run("calque", "score", "--quiet", "--output=/dev/null", str(sample)).returncode == 0
    assert run("calque", "score", "--no-such-option").returncode == 2
    assert run("calque", "score", "nowhere.jsonl").returncode == 3
    assert run("calque", "score", "--model=nowhere.calque", str(sample)).returncode == 4


def test_version_licence_and_model_are_in_the_package() -> None:
    distribution = metadata.distribution("calque")
    assert distribution.version == calque.__version__
    assert any(str(file).endswith("licenses/LICENSE") for file in distribution.files or [])
    assert (resources.files("calque") / "share" / "calque" / "en.calque").is_file()


def test_types_are_those_that_mypy_reads() -> None:
    pytest.importorskip("mypy")
    assert (resources.files("calque") / "py.typed").is_file()
    # Even without incremental mode, mypy writes a cache, and leaves it behind if it is stopped.
    configured = ("mypy", "--no-incremental", f"--cache-dir={os.devnull}", "--config-file", str(PROJECT))
    for checked in (["-p", "calque"], ["--exclude", "engines", "."]):
        types = run(*configured, *checked)
        assert types.returncode == 0, types.stdout


def test_everything_has_a_docstring() -> None:
    for name in calque.__all__:
        assert name == "__version__" or getattr(calque, name).__doc__, name
