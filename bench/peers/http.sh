#!/usr/bin/env bash
# The same load on both servers, in turn, three times: wrk with 1 and with 32 kept connections, 10 s each after 5 s to warm up.
# The server has core 0, wrk has core 1. Usage: bench/peers/http.sh FOLDER (after ./dev bench -l has built the module)
set -euo pipefail
root=$(cd "$(dirname "$BASH_SOURCE")/../.." && pwd)
folder=$1
port=18081
export OMP_WAIT_POLICY=passive OMP_NUM_THREADS=1
[ "$(getconf _NPROCESSORS_ONLN)" -ge 2 ] || { echo "http.sh: needs two cores" >&2; exit 2; }

cat >"$folder/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local file = io.open("$folder/request.json"); wrk.body = file:read("*a"); file:close()
LUA

server=
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi; }
trap stop EXIT

load() { # $1 = who
  local url=http://127.0.0.1:$port/deployments/shipments/predict connections
  until curl -fsS -o /dev/null -H 'Content-Type: application/json' --data-binary "@$folder/request.json" "$url" 2>/dev/null; do
    kill -0 "$server"
    sleep 0.5
  done
  taskset -c 1 wrk -t1 -c8 -d5s -s "$folder/post.lua" "$url" >/dev/null
  for connections in 1 32; do
    printf '%s c=%d (load %s): ' "$1" "$connections" "$(cut -d' ' -f1-3 /proc/loadavg)"
    taskset -c 1 wrk -t1 -c"$connections" -d10s --latency -s "$folder/post.lua" "$url" |
      awk '/50%|99%/ { printf "p%s %s  ", $1, $2 } /Requests\/sec/ { printf "%s requests/s", $2 } /Non-2xx/ { printf "  " $0 } END { print "" }'
  done
}

for round in 1 2 3; do
  rm -rf "$folder/state" && mkdir -p "$folder/state"
  taskset -c 0 java -Xmx1g -cp "$(ls "$root"/bench/target/slipway-bench-*.jar):$root/bench/target/lib/*" \
    dev.slipway.bench.PeerFiles "$folder/state" $port &
  server=$!
  load "slipway round $round"
  stop
  taskset -c 0 /usr/bin/python3 "$root/bench/peers/serve.py" "$folder" $port &
  server=$!
  load "fastapi round $round"
  stop
done
