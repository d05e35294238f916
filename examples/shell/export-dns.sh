#!/usr/bin/env bash
# Saves the records of zones as CSV, a file for each: export-dns.sh FOLDER ZONE...
set -euo pipefail
folder=$1
shift

mkdir -p "$folder"
for zone in "$@"; do
    interserver dns records "$zone" --output csv >"$folder/zone-$zone.csv"
done
