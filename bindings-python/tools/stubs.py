"""Writes `_native.pyi` and `_errors.py`: what is generated in the package, in its final form.

`maturin generate-stubs` reads the types out of the library; this script adds what pyo3 cannot know
(the imports of hand-written annotations) and makes the exception classes from the core's kinds.

Usage: stubs.py STUB LIBRARY PACKAGE_FOLDER
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

NOTE = "Written by `make stubs` from the core's tables; change those."

# What a kind is in Python besides: people who catch the builtin catch ours.
BUILTINS = {
    "timeout": "builtins.TimeoutError",
    "connect": "builtins.ConnectionError",
    "invalid_argument": "builtins.ValueError",
    "configuration": "builtins.ValueError",
    "not_found": "builtins.LookupError",
}


def stub(text: str) -> str:
    """The stub with its hand-written annotations unquoted and their modules imported."""
    text = re.sub(r'(?<=-> )"([^"\n]+)"(?=:)', r"\1", text)
    text = re.sub(r'(?<=: )"([^"\n]+)"(?=[,) ]|$)', r"\1", text)
    imports = "import builtins\nimport collections.abc\nimport typing\nimport typing_extensions\n"
    # Services have a method `list`, which would be meant inside their classes.
    text = re.sub(
        r"(?m)^( +(?:async )?def .*)$", lambda m: re.sub(r"\blist\[", "builtins.list[", m[1]), text
    )
    head, rest = text.split("\nfrom collections.abc", 1)
    return f"# {NOTE}\n{head}\n{imports}from collections.abc{rest}"


def load(library: Path) -> ModuleType:
    """The native module out of a library that is not installed."""
    loader = importlib.machinery.ExtensionFileLoader("_native", str(library))
    spec = importlib.util.spec_from_file_location("_native", library, loader=loader)
    if spec is None:
        raise SystemExit(f"{library} is no module")
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def errors(kinds: list[tuple[str, str, str, str]]) -> str:
    """The source of the exception classes."""
    lines = [
        '"""The exception classes, one for each kind of error.',
        "",
        NOTE,
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "import builtins",
        "from typing import ClassVar, Final",
        "",
        "from interserver._error import InterServerError",
        "",
    ]
    names = sorted(["InterServerError", *(name for _, name, _, _ in kinds)])
    lines += ["__all__ = [", *(f'    "{name}",' for name in names), "]", ""]
    for word, name, docs, advice in kinds:
        bases = ", ".join(filter(None, ["InterServerError", BUILTINS.get(word)]))
        lines += [
            "",
            f"class {name}({bases}):" + ("  # noqa: A001" if hasattr(__builtins__, name) else ""),
            f'    """{docs}',
            "",
            f"    What to do: {advice}",
            '    """',
            "",
            f'    kind: ClassVar[str] = "{word}"',
            "",
        ]
    lines += [
        "",
        "CLASSES: Final = {",
        *(f'    "{word}": {name},' for word, name, _, _ in kinds),
        "}",
        '"""The class of each kind, by its word."""',
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Writes both files."""
    source, library, package = map(Path, sys.argv[1:])
    (package / "_native.pyi").write_text(stub(source.read_text()))
    (package / "_errors.py").write_text(errors(load(library)._error_kinds()))


if __name__ == "__main__":
    main()
