"""Measures zeep: prints import, construction, a call, and lists, in seconds, as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

clock = time.perf_counter
start = clock()
import zeep  # noqa: E402
from zeep.transports import Transport  # noqa: E402

imported = clock() - start
url, repeat = sys.argv[1], int(sys.argv[2])
SCHEMA = Path(__file__).resolve().parents[1] / "judges/zeep/soap-encoding.xsd"


class Offline(Transport):
    """The encoding schema comes from a file: the WSDL imports it without saying where it is."""

    def load(self, url):
        if url == "http://schemas.xmlsoap.org/soap/encoding/":
            return SCHEMA.read_bytes()
        return super().load(url)


start = clock()
transport = Offline()
transport.session.trust_env = False
service = zeep.Client(url + "?wsdl", transport=transport).service
constructed = clock() - start
sid = service.api_login("demo@example.com", "secret")


def read(call):
    start = clock()
    rows = call(sid)
    for row in rows:
        for name in row:
            row[name]
    return clock() - start, len(rows)


def one():
    start = clock()
    service.api_vps_get_service(sid, 10001)
    return clock() - start


ones = sorted(one() for _ in range(30))
small = sorted(read(service.api_vps_get_client_invoices) for _ in range(repeat))
large = sorted(read(service.api_webhosting_get_client_invoices) for _ in range(repeat))
assert (small[0][1], large[0][1]) == (1000, 10000)
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
