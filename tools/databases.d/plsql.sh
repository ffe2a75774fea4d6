# shellcheck shell=bash disable=SC2034,SC2154
# No server: a PL/SQL grammar for Node, which judges what we write for Oracle. Its "URL" is the folder it stands in.
title='The PL/SQL parser'
variable=ALCHEMY_PLSQL_PARSER

state=$run/plsql

url() { printf '%s' "$state"; }
running() { command -v node >/dev/null && [ -d "$state/node_modules/@griffithswaite/ts-plsql-parser" ] && [ -f "$state/check.mjs" ]; }

install_node() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "node and npm are not on the PATH." >&2
    return 1
  fi
  echo "Installing Node ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm; } >"$run/node-install.log" 2>&1 </dev/null
}

up() {
  { command -v node >/dev/null && command -v npm >/dev/null; } || install_node || return 1
  mkdir -p "$state" && cp "$repository"/tools/plsql/* "$state/" || return 1
  (cd "$state" && timeout 300 npm install --no-audit --no-fund --loglevel=error >"$state/install.log" 2>&1 </dev/null) && return 0
  echo "npm could not install it: $(tail -n 1 "$state/install.log")" >&2
  down
  return 1
}

down() { rm -rf -- "$state"; }
