#!/usr/bin/env bash
# Moves every active license of an address to another: move-licenses.sh OLD NEW
set -euo pipefail
old=$1 new=$2

interserver licenses list --filter "ip=$old" --filter status=active --columns id --no-header --output csv |
    while read -r id; do
        interserver licenses change-ip-by-id "$id" "$new" --columns status_text
    done
