#!/usr/bin/env bash
# Big files, ours and the peers in turn, each a process of its own: bench/big.sh BIG.csv [BIG.parquet]
# BIG.csv: for example what make_big.py of the shared data writes (5,000,000 rows). Needs what bench/peers/install.sh installs.
set -euo pipefail
[ $# -ge 1 ] || { echo "bench/big.sh BIG.csv [BIG.parquet]" >&2; exit 2; }
cd "$(dirname "$BASH_SOURCE")/.."
csv=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

./dev bench -l >/dev/null
ours() { java ${SLIPWAY_JAVA_OPTS:-} -cp "$(ls bench/target/slipway-bench-*.jar):bench/target/lib/*" dev.slipway.bench.BigFile "$@"; }
part() { printf '\n--- %s (load %s)\n' "$*" "$(cut -d' ' -f1-3 /proc/loadavg)"; "$@"; }

part ours infer "$csv" "$folder/contract.yaml"
for round in 1 2 3; do
  part ours check "$csv" "$folder/contract.yaml"
  part /usr/bin/python3 bench/peers/pandas_describe.py "$csv"
done
if [ $# -ge 2 ]; then
  for round in 1 2 3; do
    part ours profile "$(realpath "$2")"
    part ours summarize "$(realpath "$2")"
  done
fi
