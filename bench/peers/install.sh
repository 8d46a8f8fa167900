#!/usr/bin/env bash
# The peers as Debian 12 has them, run by /usr/bin/python3. Needs root; nothing of Slipway needs any of these.
set -euo pipefail
apt-get update -qq
apt-get install -y --no-install-recommends \
  python3-pandas python3-sklearn python3-xgboost python3-fastapi python3-uvicorn python3-uvloop python3-httptools wrk util-linux
