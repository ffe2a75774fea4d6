# shellcheck shell=bash disable=SC2034,SC2154
# MariaDB, whichever version is installed.
title=MariaDB
variable=ALCHEMY_MARIADB_URL

state=$run/mariadb           # holds `home` (where the server's files are) and `port`
account=mysql                # who runs the server when we are root
attempts=5                   # a free port may be taken between the look and the start

home() { cat "$state/home" 2>/dev/null; }
port() { cat "$state/port" 2>/dev/null; }
url() { printf 'mariadb://ci:ci@127.0.0.1:%s/ci' "$(port)"; }

installed() { command -v mariadbd >/dev/null && command -v mariadb-install-db >/dev/null && command -v mariadb-admin >/dev/null; }

install_programs() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "MariaDB is not installed: mariadbd, mariadb-install-db and mariadb-admin are not on the PATH." >&2
    return 1
  fi
  echo "Installing MariaDB ..."
  local log=$run/mariadb-install.log
  if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server
     } >"$log" 2>&1 </dev/null; then rm -f "$log"; return 0; fi
  echo "MariaDB could not be installed with apt-get: $(tail -n 1 "$log")" >&2
  return 1
}

# In the machine's temporary folder: the path of a Unix socket may be only about 100 characters long.
make_home() {
  local home
  home=$(mktemp -d "${TMPDIR:-/tmp}/alchemy-mariadb.XXXXXX") || return 1
  [ "$(id -u)" -ne 0 ] || chown "$account" "$home"
  printf '%s\n' "$home" >"$state/home"
}

as_account() { [ "$(id -u)" -ne 0 ] || printf -- '--user=%s' "$account"; }

create_files() {
  # shellcheck disable=SC2046
  timeout 120 mariadb-install-db --no-defaults $(as_account) --datadir="$1/data" --auth-root-authentication-method=normal --skip-test-db >"$state/create.log" 2>&1 </dev/null && return 0
  echo "mariadb-install-db failed: $(tail -n 1 "$state/create.log")" >&2
  return 1
}

# Text is compared by its bytes and trailing spaces count, as in C#. `more` holds the options of a cluster's node.
launch() {
  # shellcheck disable=SC2046
  (cd / && exec setsid mariadbd --no-defaults $(as_account) --datadir="$1/data" --bind-address=127.0.0.1 --port="$2" --socket="$1/sock" \
    --pid-file="$1/pid" --log-error="$1/log.err" --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=128M --skip-name-resolve \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_nopad_bin --max-connections=300 ${more[@]+"${more[@]}"}) </dev/null >/dev/null 2>&1 &
}

ping() { timeout 10 mariadb-admin --no-defaults -uroot -S "$1/sock" ping >/dev/null 2>&1; }

start_server() {
  local attempt number wait
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    number=$(free_port)
    launch "$1" "$number"
    for ((wait = 0; wait < 600; wait++)); do
      if ping "$1"; then printf '%s\n' "$number" >"$state/port"; return 0; fi
      grep -qi "can't start server\|aborting" "$1/log.err" 2>/dev/null && break
      sleep 0.1
    done
    grep -qi 'address already in use' "$1/log.err" 2>/dev/null || break
    rm -f -- "$1/log.err"
  done
  echo "$title could not be started: $(tail -n 1 "$1/log.err" 2>/dev/null)" >&2
  return 1
}

create_database() {
  timeout 30 mariadb --no-defaults -uroot -S "$1/sock" -e "create database ci character set utf8mb4 collate utf8mb4_nopad_bin;
    create user 'ci'@'%' identified by 'ci'; grant all on *.* to 'ci'@'%' with grant option" >"$state/create.log" 2>&1 && return 0
  echo "The database could not be created: $(tail -n 1 "$state/create.log")" >&2
  return 1
}

running() { local home; home=$(home) && [ -s "$state/port" ] && installed && ping "$home"; }

up() {
  down || return 1   # what a killed run or a restarted machine left
  installed || install_programs || return 1
  mkdir -p "$state" && make_home || return 1
  local home
  home=$(home)
  create_files "$home" && start_server "$home" && create_database "$home" && return 0
  down
  return 1
}

# By the socket in our own folder, so never a server that is not ours.
halt() { timeout 40 mariadb-admin --no-defaults -uroot -S "$1/sock" shutdown >/dev/null 2>&1; }

down() {
  local home wait
  if home=$(home) && [ -n "$home" ]; then
    if ping "$home"; then
      halt "$home"
      for ((wait = 0; wait < 300; wait++)); do [ -e "$home/pid" ] || break; sleep 0.1; done
      if ping "$home"; then return 1; fi
    fi
    rm -rf -- "$home"
  fi
  rm -rf -- "$state"
}
