#!/usr/bin/env bash
# Everything in bench/RESULTS.md, ours and the peers in turn, with the load of the machine before each: bench/session.sh
# About 12 minutes. Needs what bench/peers/install.sh installs.
set -euo pipefail
cd "$(dirname "$BASH_SOURCE")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export OMP_WAIT_POLICY=passive OMP_NUM_THREADS=1

part() { printf '\n--- %s (load %s)\n' "$*" "$(cut -d' ' -f1-3 /proc/loadavg)"; "$@"; }
questions() { ./dev bench "$1" -rf text -rff "$folder/result" >/dev/null && grep -E '^Benchmark|p0\.(50|99) |^[A-Za-z.]+ +.*sample +[0-9]' "$folder/result"; }

echo "$(git describe --always --dirty), $(uname -sr), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^MemTotal: *//p' /proc/meminfo)"
java -version 2>&1 | tail -n 1
./dev bench -l >/dev/null
java -cp "$(ls bench/target/slipway-bench-*.jar):bench/target/lib/*" dev.slipway.bench.PeerFiles "$folder"

part /usr/bin/python3 bench/peers/pandas_csv.py "$folder"
part questions CsvToTable
part /usr/bin/python3 bench/peers/pandas_csv.py "$folder"
part /usr/bin/python3 bench/peers/one_row.py "$folder"
part questions OneRowPrediction
part /usr/bin/python3 bench/peers/one_row.py "$folder"
part questions HttpPredict
part bench/peers/http.sh "$folder"
printf '\n--- done (load %s)\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
