"""Writes every service of the account as CSV.

Usage: inventory_to_csv.py > services.csv
"""

import csv
import sys

from interserver import Client


def main() -> int:
    with Client.from_env() as client:
        inventory = client.inventory()
    rows = [item.to_dict() for item in inventory.items]
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else ["id"])
    writer.writeheader()
    writer.writerows(rows)
    for failure in inventory.failures:
        print(f"{failure.module} is missing: {failure.error}", file=sys.stderr)
    return 1 if inventory.failures else 0


if __name__ == "__main__":
    sys.exit(main())
