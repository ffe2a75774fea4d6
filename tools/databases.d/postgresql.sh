# shellcheck shell=bash disable=SC2034,SC2154
# PostgreSQL, whichever major version is installed (the newest, when there are several).
title=PostgreSQL
variable=ALCHEMY_POSTGRESQL_URL

state=$run/postgresql        # holds `home` (where the server's files are) and `port`
account=postgres             # who runs the server when we are root: it refuses to run as root
attempts=5                   # a free port may be taken between the look and the start

home() { cat "$state/home" 2>/dev/null; }
port() { cat "$state/port" 2>/dev/null; }
url() { printf 'postgresql://ci:ci@127.0.0.1:%s/ci' "$(port)"; }

# `cd /`: the account may not be able to read the folder we stand in.
as_server() {
  if [ "$(id -u)" -ne 0 ]; then (cd / && exec "$@" </dev/null)
  elif command -v runuser >/dev/null; then (cd / && exec runuser -u "$account" -- "$@" </dev/null)
  else (cd / && exec su "$account" -s /bin/sh -c 'exec "$0" "$@"' -- "$@" </dev/null)
  fi
}

find_programs() {
  local folder newest=
  newest=$(for folder in /usr/lib/postgresql/*/bin; do
             if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then printf '%s\n' "$folder"; fi
           done | sort -V | tail -n 1)
  if [ -z "$newest" ] && folder=$(command -v initdb); then newest=$(dirname "$(readlink -f "$folder")"); fi
  [ -n "$newest" ] && printf '%s' "$newest"
}

install_programs() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is not installed: its server programs (initdb, pg_ctl, postgres) are in neither /usr/lib/postgresql/*/bin nor PATH." >&2
    return 1
  fi
  echo "Installing PostgreSQL ..."
  local log=$run/postgresql-install.log
  # Common first, and told not to create its default cluster: nothing but our own server shall start.
  if { apt-get update -qq &&
       DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-common &&
       sed -i -E 's/^#?create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf &&
       DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
     } >"$log" 2>&1 </dev/null; then rm -f "$log"; return 0; fi
  echo "PostgreSQL could not be installed with apt-get: $(tail -n 1 "$log")" >&2
  return 1
}

# Under .run when the server's account can get there, else in the machine's temporary folder.
make_home() {
  local home=$state/server
  mkdir -p "$home"
  if [ "$(id -u)" -eq 0 ]; then
    as_server test -x "$state" 2>/dev/null || { rmdir "$home"; home=$(mktemp -d "${TMPDIR:-/tmp}/alchemy-postgresql.XXXXXX"); }
    chown "$account" "$home"
  fi
  chmod 700 "$home"
  printf '%s\n' "$home" >"$state/home"
}

create_cluster() {
  local locale
  for locale in C.UTF-8 C; do
    as_server "$programs/initdb" -D "$1/data" -U postgres --auth=trust -E UTF8 --locale="$locale" -N >"$state/initdb.log" 2>&1 && return 0
  done
  echo "initdb failed: $(tail -n 1 "$state/initdb.log")" >&2
  return 1
}

# No Unix socket: a socket's path may be only about 100 characters long, the repository's may be longer.
configure() {
  as_server sh -c 'printf "%s\n" "$@" >>"$0/data/postgresql.conf"' "$1" \
    "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" \
    'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' \
    'max_connections = 200' 'max_prepared_transactions = 20' 'shared_buffers = 128MB'
}

start_server() {
  local attempt number
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    number=$(free_port)
    if as_server timeout 90 "$programs/pg_ctl" -D "$1/data" -l "$1/log" -o "-p $number" -w -t 60 start >"$state/start.log" 2>&1; then
      printf '%s\n' "$number" >"$state/port"
      return 0
    fi
    grep -qi 'address already in use' "$1/log" 2>/dev/null || break
  done
  echo "pg_ctl could not start the server: $(tail -n 1 "$1/log" 2>/dev/null)" >&2
  return 1
}

create_database() {
  as_server timeout 30 "$programs/psql" -h 127.0.0.1 -p "$(port)" -U postgres -d postgres -X -Atq -v ON_ERROR_STOP=1 \
    -c "create role ci login superuser password 'ci'" -c "create database ci owner ci" >"$state/create.log" 2>&1 && return 0
  echo "psql could not create the database: $(tail -n 1 "$state/create.log")" >&2
  return 1
}

has_process() { as_server timeout 10 "$programs/pg_ctl" -D "$1/data" status >/dev/null 2>&1; }
answers() { as_server timeout 10 "$programs/pg_isready" -q -h 127.0.0.1 -p "$(port)" -t 5 >/dev/null 2>&1; }
halt() { as_server timeout 40 "$programs/pg_ctl" -D "$1/data" -m "$2" -w -t "$3" stop >/dev/null 2>&1; }

running() {
  local home
  home=$(home) && [ -s "$state/port" ] && programs=$(find_programs) && has_process "$home" && answers
}

up() {
  down || return 1   # what a killed run or a restarted machine left
  programs=$(find_programs) || { install_programs && programs=$(find_programs); } || return 1
  if [ "$(id -u)" -eq 0 ] && ! id "$account" >/dev/null 2>&1; then
    echo "PostgreSQL does not run as root, and there is no user '$account' to run it as." >&2
    return 1
  fi
  mkdir -p "$state" && make_home || return 1
  local home
  home=$(home)
  create_cluster "$home" && configure "$home" && start_server "$home" && create_database && return 0
  down
  return 1
}

# Stops by the data directory, so never a server that is not ours. A killed server may still count as a
# process (pg_ctl asks for the id, and nobody may have reaped it): then whether it answers decides.
down() {
  local home
  if home=$(home) && [ -n "$home" ]; then
    if programs=$(find_programs) && has_process "$home"; then
      if answers; then halt "$home" fast 30 || halt "$home" immediate 10; else halt "$home" immediate 3; fi
      if answers; then return 1; fi
    fi
    rm -rf -- "$home"
  fi
  rm -rf -- "$state"
}
