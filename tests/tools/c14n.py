"""Writes tests/vectors/canonical/FUNCTION.xml: inclusive Canonical XML 1.0 of each recorded request.

Two requests that canonicalise to the same bytes are the same XML, however they are quoted or spaced inside tags, so
this is how a request of our client is compared with the one that PHP's SoapClient sent for the same arguments.

Needs lxml: Debian's python3-lxml, or `pip install lxml` in a virtual environment outside the repository.
  python tests/tools/c14n.py                    write the files
  python tests/tools/c14n.py --check            write nothing; fail when a file would change, is missing or is left over
  python tests/tools/c14n.py --stdin-dir DIR    compare every DIR/FUNCTION.xml with canonical/FUNCTION.xml
"""

import argparse
import difflib
import sys
from pathlib import Path

from lxml import etree

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
CANONICAL = VECTORS / "canonical"


def canonical(path: Path) -> bytes:
    # A request needs no DTD and no network; a client of ours that sends an entity should be seen doing it.
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.tostring(etree.parse(str(path), parser), method="c14n", exclusive=False, with_comments=False)


def recorded() -> dict[str, bytes]:
    return {path.name: canonical(path) for path in sorted((VECTORS / "requests").glob("*.xml"))}


def write() -> list[str]:
    CANONICAL.mkdir(exist_ok=True)
    for name, xml in recorded().items():
        (CANONICAL / name).write_bytes(xml)
    return []


def check() -> list[str]:
    requests = recorded()
    complaints = [f"{path.name}: no such request" for path in CANONICAL.glob("*.xml") if path.name not in requests]
    for name, xml in requests.items():
        path = CANONICAL / name
        if not path.is_file() or path.read_bytes() != xml:
            complaints.append(f"{name}: canonical/ is not what requests/ gives")
    return complaints


def compare(directory: Path) -> list[str]:
    """Complaints about requests in the directory that differ, and about those that are not there at all."""
    expected = {path.name: path.read_bytes() for path in CANONICAL.glob("*.xml")}
    found = {path.name: path for path in sorted(directory.glob("*.xml"))}
    complaints = [f"{name}: not in {directory}" for name in sorted(expected.keys() - found.keys())]
    for name, path in found.items():
        if name not in expected:
            complaints.append(f"{name}: no such request was recorded")
            continue
        try:
            ours = canonical(path)
        except etree.XMLSyntaxError as error:
            complaints.append(f"{name}: not well-formed: {error}")
            continue
        if ours != expected[name]:
            complaints.append(f"{name}:\n{difference(expected[name], ours)}")
    return complaints


def difference(theirs: bytes, ours: bytes) -> str:
    """A diff with one tag to a line: a whole request on one line shows nothing."""
    lines = [xml.decode("utf-8").replace("><", ">\n<").split("\n") for xml in (theirs, ours)]
    return "\n".join(difflib.unified_diff(*lines, "recorded", "ours", n=1, lineterm=""))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    modes = arguments.add_mutually_exclusive_group()
    modes.add_argument("--check", action="store_true", help="fail when canonical/ is not what requests/ gives")
    modes.add_argument("--stdin-dir", type=Path, metavar="DIR", help="compare the requests in DIR with canonical/")
    chosen = arguments.parse_args()
    complaints = check() if chosen.check else compare(chosen.stdin_dir) if chosen.stdin_dir else write()
    for complaint in complaints:
        print(complaint)
    print(f"{len(list(CANONICAL.glob('*.xml')))} canonical requests, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
