"""Pays a module's invoices, the oldest first, as far as the prepaid money goes.

Usage: pay_invoices.py MODULE    (vps, domains, webhosting, …)
"""

import sys

from interserver import ApiError, Client


def main(module: str) -> int:
    with Client.from_env() as client:
        print(f"prepaid: {client.billing.prepay_remaining(module).amount}")
        service = getattr(client, module)
        for invoice in sorted(service.unpaid_invoices(), key=lambda invoice: invoice.id):
            try:
                client.billing.pay(module, invoice.id)
            except ApiError as error:
                print(f"{invoice.id} is not paid: {error.status_text}", file=sys.stderr)
                return 1
            print(f"{invoice.id} is paid: {invoice.amount} {invoice.currency}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
