# shellcheck shell=bash disable=SC2034,SC2154,SC1091
# Three MariaDB servers that are one Galera cluster: each takes writes. Nodes: 1, 2, 3.
title='Galera cluster'
variable=ALCHEMY_GALERA_URL

cluster=$run/galera          # a folder a node, as mariadb.sh has one; and `groups`, the addresses they meet at
members=(1 2 3)
timeouts='evs.keepalive_period=PT0.3S;evs.inactive_check_period=PT0.3S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;evs.install_timeout=PT4S;evs.join_retrans_period=PT0.3S'

# The server of mariadb.sh, with its files in the node's folder.
node() (
  . "$servers/mariadb.sh"
  state=$cluster/$1
  name=$1
  shift
  "$@"
)

url() {
  local hosts
  hosts=$(for member in "${members[@]}"; do printf ',127.0.0.1:%s' "$(node "$member" port)"; done)
  printf 'mariadb://ci:ci@%s/ci' "${hosts#,}"
}

running() { local member; for member in "${members[@]}"; do node "$member" is_synced || return 1; done; }

library() { local file; for file in /usr/lib/galera/libgalera_smm.so /usr/lib/galera-4/libgalera_smm.so /usr/lib64/galera-4/libgalera_smm.so; do [ ! -e "$file" ] || { printf '%s' "$file"; return 0; }; done; return 1; }

install_cluster() {
  local log=$run/galera-install.log
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Galera is not installed: libgalera_smm.so and rsync are needed (packages galera-4 and rsync)." >&2
    return 1
  fi
  echo "Installing Galera ..."
  if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends galera-4 mariadb-server rsync
     } >"$log" 2>&1 </dev/null; then rm -f "$log"; return 0; fi
  echo "Galera could not be installed with apt-get: $(tail -n 1 "$log")" >&2
  return 1
}

sql() { timeout 10 mariadb --no-defaults -uroot -S "$(home)/sock" -N -B -e "$1"; }
is_synced() { home >/dev/null && [ -s "$state/port" ] && [ "$(sql "show status like 'wsrep_local_state_comment'" 2>/dev/null | cut -f2)" = Synced ]; }

# The node's ports beside the one for SQL: the group, and what a node that comes back is sent (IST, SST).
configure() {
  local group ist sst
  read -r group ist sst <"$state/ports"
  more=(--binlog-format=ROW --default-storage-engine=InnoDB --innodb-autoinc-lock-mode=2 --innodb-buffer-pool-size=64M --innodb-log-file-size=16M
    --wsrep-on=ON "--wsrep-provider=$(library)" --wsrep-cluster-name=alchemy "--wsrep-cluster-address=gcomm://$(cat "$cluster/groups")"
    "--wsrep-node-name=$name" "--wsrep-node-address=127.0.0.1:$group" --wsrep-sst-method=rsync "--wsrep-sst-receive-address=127.0.0.1:$sst"
    "--wsrep-provider-options=base_host=127.0.0.1;base_port=$group;gmcast.listen_addr=tcp://127.0.0.1:$group;ist.recv_addr=127.0.0.1:$ist;gcache.size=16M;$timeouts" "$@")
}

begin_process() {
  local wait
  configure "$@"
  launch "$(home)" "$(port)"
  printf '%s\n' $! >"$state/process"
  for ((wait = 0; wait < 600; wait++)); do
    if is_synced; then return 0; fi
    kill -0 "$(cat "$state/process")" 2>/dev/null || break
    sleep 0.1
  done
  echo "Node $name did not join: $(grep -i 'error' "$(home)/log.err" | tail -n 1)" >&2
  return 1
}

# The id may be another program's by now.
owns_process() { local id; id=$(cat "$state/process" 2>/dev/null) && [ -r "/proc/$id/cmdline" ] && tr '\0' ' ' <"/proc/$id/cmdline" | grep -qF -- "--datadir=$(home)/data"; }

# As a crash would: without a word to its clients or to the others.
end_process() {
  local id wait
  id=$(cat "$state/process" 2>/dev/null) || return 0
  owns_process && kill -KILL "$id"
  for ((wait = 0; wait < 100; wait++)); do owns_process || return 0; sleep 0.05; done
  return 1
}

# The first node's files, with the database in them; then the others' are copies at the same position, so none has to be sent to another.
found() {
  mkdir -p "$state" && make_home && create_files "$(home)" && begin_process --wsrep-new-cluster && create_database "$(home)" || return 1
  local wait
  timeout 30 mariadb-admin --no-defaults -uroot -S "$(home)/sock" shutdown >/dev/null 2>&1
  for ((wait = 0; wait < 300; wait++)); do owns_process || return 0; sleep 0.1; done
  return 1
}

copy() { mkdir -p "$state" && make_home && cp -a "$(node 1 home)/data" "$(home)/data" && sed -i 's/^safe_to_bootstrap.*/safe_to_bootstrap: 0/' "$(home)/data/grastate.dat"; }

# Different ports, though none of them is taken yet.
choose_ports() {
  local member ports=() candidate
  while [ ${#ports[@]} -lt $((4 * ${#members[@]})) ]; do
    candidate=$(free_port)
    case " ${ports[*]} " in *" $candidate "*) ;; *) ports+=("$candidate") ;; esac
  done
  for member in "${members[@]}"; do
    mkdir -p "$cluster/$member"
    printf '%s\n' "${ports[0]}" >"$cluster/$member/port"
    printf '%s %s %s\n' "${ports[@]:1:3}" >"$cluster/$member/ports"
    ports=("${ports[@]:4}")
  done
  for member in "${members[@]}"; do printf '127.0.0.1:%s\n' "$(cut -d' ' -f1 "$cluster/$member/ports")"; done | paste -sd, >"$cluster/groups"
}

begin_all() {
  local member joining=() failed=0
  choose_ports
  node 1 found || return 1
  for member in "${members[@]:1}"; do node "$member" copy || return 1; done
  node 1 begin_process --wsrep-new-cluster || return 1
  for member in "${members[@]:1}"; do node "$member" begin_process & joining+=($!); done
  for member in "${joining[@]}"; do wait "$member" || failed=1; done
  return $failed
}

up() {
  down || return 1   # what a killed run or a restarted machine left
  { node 1 installed && library >/dev/null && command -v rsync >/dev/null; } || install_cluster || return 1
  begin_all && return 0
  down
  return 1
}

# Nothing in it is worth a word of farewell. By the processes of our own folders, so never a server that is not ours.
remove() { end_process && { ! home >/dev/null || rm -rf -- "$(home)"; } && rm -rf -- "$state"; }

down() {
  local member failed=0
  for member in "${members[@]}"; do node "$member" remove || failed=1; done
  [ $failed -ne 0 ] || rm -rf -- "$cluster"
  return $failed
}

kill_node() { node "$1" end_process; }
start_node() { node "$1" begin_process; }
