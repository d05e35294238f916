"""The examples in docstrings and in the README run as they stand."""

from __future__ import annotations

import doctest
import re
import types

import interserver
import interserver.testing
from conftest import ROOT

README = (ROOT / "bindings-python/README.md").read_text(encoding="utf-8")


def test_docstring_examples() -> None:
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    finder = doctest.DocTestFinder(exclude_empty=True)
    for thing in (interserver, interserver.testing, interserver.Client, interserver.AsyncClient,
                  interserver.testing.Sandbox):  # fmt: skip
        examples = doctest.DocTestParser().get_doctest(
            thing.__doc__ or "", {}, thing.__name__, None, None
        )
        assert examples.examples, thing
        runner.run(examples)
    assert finder is not None
    assert runner.summarize(verbose=False).failed == 0


def test_the_readme_runs_from_top_to_bottom() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(blocks) >= 7
    session = types.ModuleType("readme").__dict__
    for block in blocks:
        # The only one that would leave this machine.
        if '"password or API key"' in block:
            compile(block, "README.md", "exec")
            continue
        exec(compile(block, "README.md", "exec"), session)


def test_the_readme_names_every_error() -> None:
    from interserver import _errors

    missing = [name for name in _errors.__all__ if f"`{name}`" not in README]
    assert missing == []


def test_every_public_thing_is_documented() -> None:
    undocumented = []
    for name in dir(interserver):
        thing = getattr(interserver, name)
        if name.startswith("_") or not isinstance(thing, type):
            continue
        members = [f"{name}.{member}" for member in vars(thing) if not member.startswith("_")]
        undocumented += [path for path in [name, *members] if not documentation(path)]
    assert undocumented == []


def documentation(path: str) -> str | None:
    thing: object = interserver
    owner: object = None
    for part in path.split("."):
        owner, thing = thing, getattr(thing, part)
    # A word's documentation is its class's, and an attribute of an error is a plain value.
    if owner is not interserver and not callable(thing) and type(thing) is type(owner):
        return type(thing).__doc__
    return "a value" if isinstance(thing, str) else thing.__doc__
