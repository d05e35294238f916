#!/usr/bin/env bash
# Sees to a browser for the tests: Debian's; another one can be named by CHROMIUM.
set -euo pipefail

say() { printf 'chromium: %s\n' "$*"; }

if [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || command -v google-chrome >/dev/null; then exit; fi
command -v apt-get >/dev/null || { say "install Chromium, or set CHROMIUM" >&2; exit 1; }
as_root=()
if ((EUID != 0)); then as_root=(sudo); fi
say "installing chromium"
${as_root[@]+"${as_root[@]}"} apt-get update -qq
${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends chromium >/dev/null
