#!/usr/bin/env bash
# From a CSV of a million rows to an evaluated model, ours and the peer in turn: bench/million.sh [ROUNDS [ROWS]]
# About 40 seconds a round on two idle cores. Needs what bench/peers/install.sh installs; OMP_WAIT_POLICY is as it is here.
set -euo pipefail
cd "$(dirname "$BASH_SOURCE")/.."
rounds=${1:-3} rows=${2:-1000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo "$(git describe --always --dirty), $(date +%F), $(uname -sr), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^MemTotal: *//p' /proc/meminfo)"
java -version 2>&1 | tail -n 1
./dev bench -l >/dev/null
classes="$(ls bench/target/slipway-bench-*.jar):bench/target/lib/*"
java -cp "$classes" dev.slipway.bench.Subscribers "$folder/subscribers" "$rows"

part() { printf '\n--- %s (load %s)\n' "$1" "$(cut -d' ' -f1-3 /proc/loadavg)"; shift; "$@"; }
slipway() { java $memory ${SLIPWAY_JAVA_OPTS:-} -cp "$classes" dev.slipway.bench.Million "$1"; }
peer() { /usr/bin/python3 bench/peers/million.py "$1" "$2" "$3"; }
# What ./slipway gives the JVM of a training.
memory=$(sed -n 's/^  train) flags+=(\(.*\)) ;;.*/\1/p' slipway)

for round in $(seq "$rounds"); do
  part "slipway, round $round" slipway "$folder/subscribers" | tee -a "$folder/slipway.txt"
  part "scikit-learn + xgboost, round $round" peer "$folder/subscribers" left yes | tee -a "$folder/peer.txt"
done

printf '\n%-24s %-28s %-10s %s\n' "" "seconds, each round" "AUC" "most memory MB"
for who in slipway peer; do
  sed -n 's/^[a-z].*: \([0-9.]*\) s, AUC \([0-9.]*\), most memory \([0-9]*\) MB.*/\1 \2 \3/p' "$folder/$who.txt" |
    awk -v who=$who '{ all = all " " $1; if (!n++ || $1 < least) least = $1; auc = $2; if ($3 > most) most = $3 }
      END { printf "%-24s %-28s %-10s %d\n", who, all, auc, most; print least > "'"$folder"'/least." who }'
done
printf 'least against least: %s times\n' "$(awk 'NR == FNR { ours = $1; next } { printf "%.2f", $1 / ours }' "$folder/least.slipway" "$folder/least.peer")"
