#!/usr/bin/env bash
# swift.sh COMMAND...: runs a command, such as `swift test`, where Swift is, with this repository as
# working folder.
#
# A machine's own Swift is used where there is one. Else a small Debian that has Swift is set up in
# .cache/ once, and Swift runs in there, with the repository visible at its own path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if command -v swift >/dev/null; then
  exec "$@"
fi

say() { printf 'swift: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

suite=trixie
repository=$PWD
root=$repository/.cache/swift-$suite
ready=$root/.ready

if ((EUID != 0)); then
  fail 'there is no `swift` here, and setting up one in .cache/ needs root: install Swift 6 (swift.org), run this as root, or set SKIP_SWIFT=1'
fi
command -v unshare >/dev/null || fail '`unshare` (util-linux) is missing'

# in_root COMMAND...: what is mounted for it is seen by it alone and is gone when it ends, however
# it ends.
in_root() {
  # shellcheck disable=SC2016 # the inner shell expands it
  unshare --mount --propagation private bash -c '
    set -euo pipefail
    root=$1 repository=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root$repository"
    mount --bind "$repository" "$root$repository"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    exec chroot "$root" /usr/bin/env -C "$repository" "$@"
  ' in_root "$root" "$repository" "$@"
}

if [[ ! -e $ready ]]; then
  if ! command -v debootstrap >/dev/null; then
    command -v apt-get >/dev/null || fail 'there is no `swift` here, and no apt-get to fetch one with: install Swift 6 (swift.org) or set SKIP_SWIFT=1'
    say 'installing debootstrap'
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
  fi
  # The mirror that this machine's own packages come from; else debootstrap's own choice.
  mirror=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 2>/dev/null | grep -v security | head -n 1 || true)
  say "setting up Debian $suite with Swift in .cache/ (once; half a gigabyte to fetch, 3 to keep)"
  rm -rf --one-file-system "$root"
  mkdir -p "$root"
  log=$root.log
  set_up() {
    debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} &&
      { [[ ! -e /etc/apt/apt.conf ]] || cp /etc/apt/apt.conf "$root/etc/apt/"; } &&
      in_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends swiftlang libc6-dev libstdc++-14-dev &&
      in_root apt-get clean
  }
  set_up >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail 'setting it up failed; SKIP_SWIFT=1 goes on without it'
  }
  touch "$ready"
fi

in_root env HOME=/tmp LANG=C.UTF-8 PATH=/usr/bin:/bin "$@"
