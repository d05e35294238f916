"""A judge: zeep, a strict WSDL client, makes all 102 calls against a running sandbox and checks what comes back.

Needs zeep in a virtual environment outside the repository (`pip install zeep`).
  python tests/judges/zeep/calls.py http://127.0.0.1:PORT/api.php
The order of the calls and where their arguments come from is in ../plan.json, explained in ../README.md. Unlike PHP's
client zeep sends arguments without xsi:type, reads an empty text as None, and cannot tell a missing field from None.
"""

import json
import sys
from pathlib import Path

import zeep
import zeep.exceptions
from zeep.transports import Transport

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent.parent
JUDGE = "zeep"
SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/"


def load(path):
    return json.loads((TESTS / path).read_text(encoding="utf-8"))


class Offline(Transport):
    """Hands the encoding schema over from a file: the WSDL imports it without saying where it is."""

    def __init__(self, endpoint):
        super().__init__(timeout=30, operation_timeout=30)
        self.session.trust_env = False  # no proxy: everything is on this machine
        self.endpoint = endpoint

    def load(self, url):
        if url == SOAP_ENCODING:
            return (HERE / "soap-encoding.xsd").read_bytes()
        if not url.startswith(self.endpoint):
            raise RuntimeError(f"{url} is not the sandbox")
        return super().load(url)


def at(value, path):
    """The value at "0.vps_id", "status=active.id" (the first item whose field says so) or "" (the whole), else None."""
    for step in path.split(".") if path else []:
        if value is None:
            return None
        if "=" in step:
            field, wanted = step.split("=")
            value = next((item for item in value if getattr(item, field, None) == wanted), None)
        elif isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = getattr(value, step, None)
    return value


def fields(value):
    """The fields of a struct, or None when it is none."""
    return dict(value.__values__) if isinstance(value, zeep.xsd.CompoundValue) else None


FITS = {
    "string": lambda value: value is None or isinstance(value, str),
    "int": lambda value: value is None or isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: value is None or isinstance(value, float),
    "boolean": lambda value: isinstance(value, bool),
}


def misfits(value, type_name, types, where):
    """Complaints about a value that should be of a declared type."""
    prefix, name = type_name.split(":")
    if prefix == "xsd":
        return [] if FITS[name](value) else [f"{where} should be {name}, is {type(value).__name__}"]
    if types[name]["kind"] == "array":
        if not isinstance(value, list):
            return [] if value is None else [f"{where} should be a list, is {type(value).__name__}"]
        return [c for i, item in enumerate(value) for c in misfits(item, types[name]["item"], types, f"{where}[{i}]")]
    if value is None:
        return []  # nothing found; whether something had to be found is asked elsewhere
    found = fields(value)
    if found is None:
        return [f"{where} should be a struct, is {type(value).__name__}"]
    if all(inner is None for inner in found.values()):
        return []
    declared = {field["name"]: field["type"] for field in types[name].get("live") or types[name]["seed"]}
    complaints = [f"{where}.{field} is not declared" for field in found.keys() - declared.keys()]
    for field, inner in declared.items():
        if field in found:
            complaints += misfits(found[field], inner, types, f"{where}.{field}")
        else:
            complaints.append(f"{where}.{field} is missing")
    return complaints


def success(value):
    """Whether an answer says that the thing was done or found."""
    found = fields(value)
    if found is not None:
        return found["status"].lower() == "ok" if found.get("status") else any(v is not None for v in found.values())
    return isinstance(value, list) or bool(value)


class Judge:
    def __init__(self, service, operations, types, samples):
        self.service, self.operations, self.types, self.samples = service, operations, types, samples
        self.passed = self.failed = self.successes = 0
        self.known = {}  # what earlier answers taught

    def line(self, name, complaints, note=""):
        if complaints:
            self.failed += 1
        else:
            self.passed += 1
        note = " # " + " ".join(note.split()) if note else ""
        print(f"{'not ok' if complaints else 'ok'} {self.passed + self.failed} - {name}{note}")
        for complaint in complaints[:10]:
            print(f"  # {complaint}")

    def step(self, step):
        name = step["call"]
        arguments = dict(self.samples[name])
        for argument, value in step.get("set", {}).items():
            arguments[argument] = value.replace("{judge}", JUDGE)
        if "sid" in arguments:
            arguments["sid"] = self.known.get("sid", "")
        complaints = []
        if "seek" in step and not self.seek(step, arguments):
            complaints.append("no id gave the row that was added")
        wanted = step.get("with", {})
        real = all(remembered in self.known for remembered in wanted.values())
        for argument, remembered in wanted.items():
            arguments[argument] = self.known.get(remembered, arguments[argument])
        try:
            value = self.call(name, arguments)
        except Exception as error:  # a judge reports whatever its client says, and goes on
            # A get for an id that does not exist may end so; any other fault is none that a correct call gets.
            expected = not real and isinstance(error, zeep.exceptions.Fault) and error.message == "unable to serialize result"
            if not expected:
                complaints.append(f"threw: {error!r}")
            self.line(name, complaints, "not found" if expected else "")
            return
        complaints += misfits(value, self.operations[name]["returns"], self.types, "return")
        for field, remembered in step.get("same", {}).items() if real else ():
            if at(value, field) != self.known[remembered]:
                complaints.append(f"return.{field} is not what was asked for")
        done = success(value)
        if real and not done and step.get("must"):
            complaints.append("should have succeeded")
        self.successes += done
        if "seek" not in step:
            self.remember(step, value)
        says = f"{getattr(value, 'status', None) or value} {getattr(value, 'status_text', None) or ''}"
        self.line(name, complaints, "" if done else f"answered {says}")

    def call(self, name, arguments):
        ordered = []
        for parameter in self.operations[name]["params"]:
            value = arguments[parameter["name"]]
            ordered.append(str(value) if parameter["type"] == "xsd:string" else value)
        return self.service[name](*ordered)

    def seek(self, step, arguments):
        """No call lists the zones and adding one does not tell its id: try ids until the wanted row comes."""
        seek = step["seek"]
        for number in range(1, seek["to"] + 1):
            try:
                value = self.call(step["call"], {**arguments, seek["argument"]: number})
            except zeep.exceptions.Fault:
                continue
            if at(value, seek["field"]) == seek["is"].replace("{judge}", JUDGE):
                self.remember(step, value)
                return True
        return False

    def remember(self, step, value):
        """What is known stays: the first answer that has a value gives it."""
        for name, paths in step.get("remember", {}).items():
            for path in [paths] if isinstance(paths, str) else paths:
                found = at(value, path)
                if name not in self.known and found is not None:
                    self.known[name] = found

    def close(self):
        print(f"# {self.successes} calls answered with success")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def main():
    if len(sys.argv) != 2:
        print(f"usage: python {sys.argv[0]} http://127.0.0.1:PORT/api.php", file=sys.stderr)
        return 2
    endpoint = sys.argv[1]
    operations = {operation["name"]: operation for operation in load("spec/operations.json")}
    types = {record["name"]: record for record in load("spec/types.json")}
    client = zeep.Client(f"{endpoint}?wsdl", transport=Offline(endpoint))
    # The endpoint given, whatever the WSDL says: a judge must never reach the real server.
    service = client.create_service("{urn:myapi}MyAdminAPIBinding", endpoint)
    judge = Judge(service, operations, types, load("vectors/arguments.json"))
    plan = load("judges/plan.json")
    judge.line("the plan calls every operation once", sorted(operations.keys() ^ {step["call"] for step in plan}))
    for step in plan:
        judge.step(step)
    return judge.close()


if __name__ == "__main__":
    sys.exit(main())
