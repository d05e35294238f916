"""Opens a ticket, or follows up the newest one of the same subject.

Usage: ticket.py EMAIL IP SUBJECT TEXT
"""

import sys

from interserver import Client, TicketDraft


def main(email: str, ip: str, subject: str, text: str) -> None:
    with Client.from_env() as client:
        # Pages are fetched as they are needed, the newest first.
        for ticket in client.support.tickets():
            if ticket.subject == subject:
                client.support.reply(str(ticket.id), text)
                print("followed up", ticket.id)
                return
        draft = TicketDraft(email=email, ip=ip, subject=subject, body=text)
        print("opened", client.support.open_ticket(draft).id)


if __name__ == "__main__":
    main(*sys.argv[1:])
