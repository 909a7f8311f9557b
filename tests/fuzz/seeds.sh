# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# For check-seeds and run-fuzz, which read it with `.`.

# The folders that a target's inputs come from.
seeds_of() {
  echo "${SOURCE_DIR:?}/tests/fuzz/seeds/$1"
  case $1 in
    session | round-trip | checklist) echo "$SOURCE_DIR/tests/hostile/corpus" ;;
    pdf) echo "$SOURCE_DIR/tests/fuzz/seeds/writers" ;;
  esac
}
