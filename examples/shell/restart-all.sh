#!/usr/bin/env bash
# Restarts every VPS that is running, one after the other, and waits for each.
set -euo pipefail

interserver vps list --filter server_status=running --columns id --no-header --output csv |
    while read -r id; do
        interserver vps restart "$id" --wait --wait-timeout "${WAIT:-10m}" --columns id,hostname,server_status
    done
