"""Measures suds: prints import, construction, a call, and lists, in seconds, as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

clock = time.perf_counter
start = clock()
import suds.client  # noqa: E402
from suds.cache import NoCache  # noqa: E402
from suds.store import DocumentStore  # noqa: E402
from suds.xsd.doctor import Import, ImportDoctor  # noqa: E402

imported = clock() - start
url, repeat = sys.argv[1], int(sys.argv[2])
ENCODING = "http://schemas.xmlsoap.org/soap/encoding/"
SCHEMA = Path(__file__).resolve().parents[1] / "judges/zeep/soap-encoding.xsd"

start = clock()
store = DocumentStore({"schemas.xmlsoap.org/soap/encoding/": SCHEMA.read_bytes()})
client = suds.client.Client(
    url + "?wsdl",
    cache=NoCache(),
    documentStore=store,
    doctor=ImportDoctor(Import(ENCODING, ENCODING)),
)
service = client.service
constructed = clock() - start
sid = service.api_login("demo@example.com", "secret")


def read(call):
    start = clock()
    rows = call(sid)
    for row in rows:
        for name in row.__keylist__:
            getattr(row, name)
    return clock() - start, len(rows)


def one():
    start = clock()
    service.api_vps_get_service(sid, 10001)
    return clock() - start


ones = sorted(one() for _ in range(30))
small = sorted(read(service.api_vps_get_client_invoices) for _ in range(repeat))
large = sorted(read(service.api_webhosting_get_client_invoices) for _ in range(repeat))
print(
    json.dumps(
        {
            "import": imported,
            "construction": constructed,
            "call": ones[len(ones) // 2],
            "rows_1000": small[len(small) // 2][0],
            "rows_10000": large[len(large) // 2][0],
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
    )
)
