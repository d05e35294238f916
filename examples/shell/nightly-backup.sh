#!/usr/bin/env bash
# Queues a backup of every active VPS; names the ones that failed and goes on.
set -uo pipefail

failed=0
for id in $(interserver vps list --filter status=active --columns id --no-header --output csv); do
    interserver vps backup "$id" "nightly-$(date +%F)" --quiet --output json >/dev/null || {
        echo "no backup of $id" >&2
        failed=1
    }
done
exit "$failed"
