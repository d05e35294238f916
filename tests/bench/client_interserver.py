"""Measures the package: prints import, construction, a call, and lists, in seconds, as JSON."""

import json
import resource
import sys
import time

clock = time.perf_counter
start = clock()
import interserver  # noqa: E402

imported = clock() - start
url, repeat = sys.argv[1], int(sys.argv[2])

start = clock()
# The list is served uncompressed, since not all of the others ask for compression.
limits = interserver.Limits(compressed_body=16 << 20)
client = interserver.Client("demo@example.com", "secret", endpoint=url, limits=limits)
constructed = clock() - start
client.vps.list()  # logged in and connected, as with the others
fields = [name for name in dir(interserver.Invoice) if not name.startswith("_")]
fields.remove("to_dict")


def read(call):
    start = clock()
    rows = call()
    for row in rows:
        for name in fields:
            getattr(row, name)
    return clock() - start


def one():
    start = clock()
    client.vps.get(10001)
    return clock() - start


ones = sorted(one() for _ in range(100))
small = sorted(read(client.vps.invoices) for _ in range(repeat))
large = sorted(read(client.webhosting.invoices) for _ in range(repeat))
print(
    json.dumps(
        {
            "import": imported,
            "construction": constructed,
            "call": ones[len(ones) // 2],
            "rows_1000": small[len(small) // 2],
            "rows_10000": large[len(large) // 2],
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
    )
)
