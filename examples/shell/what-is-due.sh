#!/usr/bin/env bash
# Says what is to be paid, over all modules: module, invoice, amount, due date.
set -euo pipefail

interserver general modules --output jsonl | tr -d '"' | tr '_' '-' |
    while read -r module; do
        interserver "$module" unpaid-invoices --columns id,amount,currency,due_date --no-header --output csv |
            sed "s/^/$module,/"
    done
