#!/usr/bin/env bash
# Opens a ticket with a file as its letter and prints its number: ask-support.sh EMAIL SUBJECT FILE
set -euo pipefail

interserver support open-ticket --email "$1" --ip "${IP:-203.0.113.5}" --subject "$2" --body "@$3" \
    --columns id --no-header --output csv
