"""Reports what is to be paid, with a total for each currency.

Usage: unpaid_invoices.py
"""

from collections import Counter
from decimal import Decimal

from interserver import Client


def main() -> None:
    totals: Counter[str] = Counter()
    with Client.from_env() as client:
        modules = (
            client.vps, client.webhosting, client.domains, client.licenses, client.ssl,
            client.backups, client.quickservers, client.mail, client.floating_ips, client.servers,
        )  # fmt: skip
        for module in modules:
            for invoice in module.unpaid_invoices():
                amount, currency = (
                    invoice.amount or Decimal(0),
                    invoice.currency or "USD",
                )
                totals[currency] += amount  # type: ignore[assignment]
                print(f"{invoice.id:>10} {amount:>10} {currency} {invoice.description}")
    for currency, total in sorted(totals.items()):
        print(f"{'total':>10} {total:>10} {currency}")


if __name__ == "__main__":
    main()
