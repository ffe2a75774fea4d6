# shellcheck shell=bash disable=SC2034,SC2154,SC1091
# Two PostgreSQL servers: a primary, and a hot standby that streams from it. Nodes: primary, standby.
title='PostgreSQL replica'
variable=ALCHEMY_REPLICA_URL

cluster=$run/replica         # a folder a node, as postgresql.sh has one

# The server of postgresql.sh, with its files in the node's folder.
node() (
  . "$servers/postgresql.sh"
  state=$cluster/$1
  shift
  "$@"
)

url() { printf 'postgresql://ci:ci@127.0.0.1:%s,127.0.0.1:%s/ci' "$(node primary port)" "$(node standby port)"; }
running() { node primary running && node standby running; }

# A commit is sent on at once, and not lost with the process. (With the machine it is: fsync is off.)
keep_commits() {
  programs=$(find_programs) && as_server timeout 30 "$programs/psql" -h 127.0.0.1 -p "$(port)" -U postgres -d postgres -X -Atq -v ON_ERROR_STOP=1 \
    -c 'alter system set synchronous_commit = on' -c 'select pg_reload_conf()' >"$state/keep.log" 2>&1
}

# Runs as the standby: -R writes what makes it one, -c fast does not wait for a spread checkpoint.
follow() {
  programs=$(find_programs) && mkdir -p "$state" && make_home || return 1
  local home
  home=$(home)
  as_server timeout 60 "$programs/pg_basebackup" -h 127.0.0.1 -p "$1" -U postgres -D "$home/data" -c fast -X stream -R -C -S standby >"$state/copy.log" 2>&1 ||
    { echo "pg_basebackup failed: $(tail -n 1 "$state/copy.log")" >&2; return 1; }
  start_server "$home"
}

up() {
  down || return 1   # what a killed run or a restarted machine left
  node primary up && node primary keep_commits && node standby follow "$(node primary port)" && return 0
  down
  return 1
}

down() {
  local failed=0
  node standby down || failed=1
  node primary down || failed=1
  [ $failed -ne 0 ] || rm -rf -- "$cluster"
  return $failed
}

# As a crash would: without a word to its clients or to the other. Nobody may reap it, so its lock file would count as held for ever.
end_process() {
  local id ids process wait
  id=$(head -n 1 "$(home)/data/postmaster.pid") && ids="$id $(ps -o pid= --ppid "$id" | tr '\n' ' ')" || return 1
  # shellcheck disable=SC2086
  kill -KILL $ids 2>/dev/null
  for process in $ids; do
    for ((wait = 0; wait < 100; wait++)); do
      case $(ps -o stat= -p "$process") in '' | Z*) break ;; esac
      sleep 0.05
    done
  done
  rm -f -- "$(home)/data/postmaster.pid"
}

begin_process() {
  programs=$(find_programs) || return 1
  as_server timeout 60 "$programs/pg_ctl" -D "$(home)/data" -l "$(home)/log" -o "-p $(port)" -w -t 30 start >"$state/start.log" 2>&1
}

kill_node() { node "$1" end_process; }
start_node() { node "$1" begin_process; }
