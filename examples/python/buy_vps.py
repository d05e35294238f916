"""Validates an order, buys it, and finds out what became of it if the line breaks.

Usage: buy_vps.py HOSTNAME ROOT_PASSWORD [OS]
"""

import sys

from interserver import Client, InterServerError, VpsOrder


def main(hostname: str, root_password: str, os: str = "ubuntu") -> int:
    with Client.from_env() as client:
        template = next(item for item in client.vps.templates() if item.os == os)
        order = VpsOrder.for_template(
            template, hostname=hostname, root_password=root_password, slices=1, period=1
        )
        quote = client.vps.validate(order)
        if quote.problems:
            print("\n".join(quote.problems), file=sys.stderr)
            return 1
        print(f"{quote.service_cost} for the first month, {quote.repeat_service_cost} after")

        mark = client.vps.order_mark()
        try:
            invoices = client.vps.buy(order).invoices
        except InterServerError as error:
            if error.outcome != "unknown":
                raise
            # Never order again without a look.
            found = client.vps.find_order(order, mark)
            if found is None:
                print("the order did not arrive", file=sys.stderr)
                return 1
            invoices = [invoice.id for invoice in found.invoices]
        print("ordered; to be paid:", *invoices)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
