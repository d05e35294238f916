#!/usr/bin/env bash
# Fails if a VPS that is paid for does not run, and prints it.
set -euo pipefail

down=$(interserver vps list --filter status=active --filter server_status!=running \
    --columns id,hostname,server_status --no-header --output csv)
[ -z "$down" ] || { echo "$down"; exit 1; }
