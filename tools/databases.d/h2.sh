# shellcheck shell=bash disable=SC2034,SC2154
# No server: H2, a database in Java with modes named after others, on which rows of what we write for Oracle and SQL Server are checked.
# Its "URL" is the folder that it stands in; the tests start it.
title='H2'
variable=ALCHEMY_H2

state=$run/h2
jar=/usr/share/java/h2.jar

url() { printf '%s' "$state"; }
running() { command -v java >/dev/null && [ -f "$state/h2.jar" ] && [ -f "$state/Bridge.class" ]; }

install_h2() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "A JDK and $jar (Debian: libh2-java) are not here." >&2
    return 1
  fi
  echo "Installing H2 ..."
  local packages=(libh2-java)
  command -v javac >/dev/null || packages+=(default-jdk-headless)
  { timeout 120 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >"$run/h2-install.log" 2>&1 </dev/null
}

up() {
  { [ -f "$jar" ] && command -v javac >/dev/null; } || install_h2 || return 1
  mkdir -p "$state" && ln -sf "$jar" "$state/h2.jar" && timeout 60 javac -d "$state" "$repository/tools/h2/Bridge.java" && return 0
  down
  return 1
}

down() { rm -rf -- "$state"; }
