#!/usr/bin/env bash
# Makes a DNS name point at an address, adding or changing its record: point-name.sh ZONE NAME ADDRESS
set -euo pipefail
zone=$1 name=$2 address=$3

record=$(interserver dns records "$zone" --filter "name=$name" --filter record_type=A \
    --columns id,content --no-header --output csv | head -n 1)
if [ -z "$record" ]; then
    interserver dns add-record "$zone" --name "$name" --content "$address" --output json
elif [ "${record#*,}" != "$address" ]; then
    interserver dns update-record "$zone" "${record%%,*}" --name "$name" --content "$address" --output json
else
    echo "$name points at $address already"
fi
