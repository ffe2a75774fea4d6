# shellcheck shell=bash disable=SC2034,SC2154
# pgbouncer in transaction mode before the PostgreSQL of the same folder: start that first (`up` without names does).
title=pgbouncer
variable=ALCHEMY_PGBOUNCER_URL

state=$run/pgbouncer         # holds `home` (where its files are) and `port`
behind=$run/postgresql/port
account=postgres             # who runs it when we are root: it refuses to run as root
attempts=5                   # a free port may be taken between the look and the start

home() { cat "$state/home" 2>/dev/null; }
port() { cat "$state/port" 2>/dev/null; }
url() { printf 'postgresql://ci:ci@127.0.0.1:%s/ci' "$(port)"; }

installed() { command -v pgbouncer >/dev/null; }

install_programs() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "pgbouncer is not on the PATH." >&2
    return 1
  fi
  echo "Installing pgbouncer ..."
  local log=$run/pgbouncer-install.log
  if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pgbouncer
     } >"$log" 2>&1 </dev/null; then rm -f "$log"; return 0; fi
  echo "pgbouncer could not be installed with apt-get: $(tail -n 1 "$log")" >&2
  return 1
}

# `cd /`: the account may not be able to read the folder we stand in.
as_server() {
  if [ "$(id -u)" -ne 0 ]; then (cd / && exec "$@" </dev/null)
  elif command -v runuser >/dev/null; then (cd / && exec runuser -u "$account" -- "$@" </dev/null)
  else (cd / && exec su "$account" -s /bin/sh -c 'exec "$0" "$@"' -- "$@" </dev/null)
  fi
}

# Few connections to the server, so that several clients must share them.
configure() {
  printf '"ci" "ci"\n' >"$1/users"
  cat >"$1/ini" <<CONF
[databases]
* = host=127.0.0.1 port=$(cat "$behind")
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $2
unix_socket_dir =
auth_type = plain
auth_file = $1/users
pool_mode = transaction
default_pool_size = 2
server_round_robin = 1
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,search_path
pidfile = $1/pid
logfile = $1/log
CONF
  [ "$(id -u)" -ne 0 ] || chown -R "$account" "$1"
}

# By the process id in our own folder, so never one that is not ours.
has_process() { local id; id=$(cat "$1/pid" 2>/dev/null) && [ -r "/proc/$id/cmdline" ] && tr '\0' ' ' <"/proc/$id/cmdline" | grep -qF "$1/ini"; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

running() { local home; home=$(home) && [ -s "$state/port" ] && has_process "$home" && answers "$(port)"; }

start_server() {
  local attempt number wait
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    number=$(free_port)
    configure "$1" "$number"
    as_server pgbouncer -q -d "$1/ini" >"$state/start.log" 2>&1 || { rm -f "$1/log"; continue; }
    for ((wait = 0; wait < 100; wait++)); do
      if has_process "$1" && answers "$number"; then printf '%s\n' "$number" >"$state/port"; return 0; fi
      sleep 0.1
    done
  done
  echo "pgbouncer could not be started: $(tail -n 1 "$state/start.log" 2>/dev/null)" >&2
  return 1
}

up() {
  down || return 1   # what a killed run or a restarted machine left
  with postgresql running || with postgresql start || return 1
  installed || install_programs || return 1
  local home
  mkdir -p "$state" && home=$(mktemp -d "${TMPDIR:-/tmp}/alchemy-pgbouncer.XXXXXX") && printf '%s\n' "$home" >"$state/home" || return 1
  start_server "$home" && return 0
  down
  return 1
}

down() {
  local home wait
  if home=$(home) && [ -n "$home" ]; then
    if has_process "$home"; then
      kill -INT "$(cat "$home/pid")"
      for ((wait = 0; wait < 100; wait++)); do has_process "$home" || break; sleep 0.1; done
      if has_process "$home"; then return 1; fi
    fi
    rm -rf -- "$home"
  fi
  rm -rf -- "$state"
}
