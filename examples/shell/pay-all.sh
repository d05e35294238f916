#!/usr/bin/env bash
# Pays what is due in a module, unless all of it is more than a limit: pay-all.sh vps 50
set -euo pipefail
module=$1 limit=$2

due=$(interserver "$module" unpaid-invoices --columns id,amount --no-header --output csv)
total=$(awk -F, '{ sum += $2 } END { printf "%.2f", sum }' <<<"$due")
if awk -v total="$total" -v limit="$limit" 'BEGIN { exit !(total > limit) }'; then
    echo "$total is more than $limit: nothing was paid" >&2
    exit 1
fi
cut -d, -f1 <<<"$due" | while read -r invoice; do
    [ -z "$invoice" ] || interserver billing pay "$module" "$invoice" --yes --quiet --output json >/dev/null
done
echo "paid $total"
