# What the laboratory's commands share: the way to a kernel, and a guest that never outlives its command.
# To be sourced; the caller has set $here, the folder of this file, and $name, its own name.

# Where devlink and ip are is not on the path of every user.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

say() {
  echo "$name: $*" >&2
}

# Wrong usage, or something that is not there: one sentence and status 2.
refuse() {
  say "$*"
  exit 2
}

# A word that a shell reads back as it was.
quoted() {
  printf '%s\n' "$1" | sed "s/'/'\\\\''/g; 1s/^/'/; \$s/\$/'/"
}

# The packages that a command line tool comes from, as far as they are not installed.
missing_packages() {
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || echo "${pair#*=}"
  done
}

refuse_without() {
  [ $# -eq 0 ] || refuse "The laboratory lacks the Debian packages $*; install them with: apt-get install $*"
}

check_machine() {
  [ "$(uname -s) $(uname -m)" = "Linux x86_64" ] ||
    refuse "The laboratory's kernel runs on Linux on x86_64 only, and this is $(uname -s) on $(uname -m)."
  # shellcheck disable=SC2046
  refuse_without $(missing_packages ip=iproute2 devlink=iproute2 flock=util-linux | sort -u)
}

check_version() {
  case $1 in
    6.1 | 6.12) ;;
    *) refuse "--linux must be 6.1 or 6.12, not $1." ;;
  esac
}

# Sets $kernel to the executable to boot: the one that was named, or one built for the version.
find_kernel() {
  if [ -n "$kernel" ]; then
    [ -f "$kernel" ] && [ -x "$kernel" ] || refuse "--kernel must name an executable, and $kernel is none."
    kernel=$(cd "$(dirname "$kernel")" && pwd)/$(basename "$kernel")
    case $("$kernel" --version </dev/null 2>/dev/null | head -n 1) in
      [0-9]*.[0-9]*) ;;
      *) refuse "--kernel must name a Linux kernel built with ARCH=um, and $kernel is none." ;;
    esac
  else
    # Not in this process's foreground, where a signal would have to wait for the end of the build.
    "$here/kernel" --linux "$version" >"$control/kernel" &
    builder=$!
    wait "$builder" || exit 2
    builder=
    kernel=$(cat "$control/kernel")
  fi
}

# Makes $control, a folder for one guest. It is on the kernel's command line, so its name is plain.
open_control() {
  trap close_control EXIT
  for signal in INT TERM HUP; do
    # shellcheck disable=SC2064
    trap "end_by $signal" $signal
  done
  control=$(umask 077 && mktemp -d /tmp/trap-lab.XXXXXXXXXX) ||
    refuse "There is no room for a folder in /tmp."
  mkfifo "$control/alive"
}

# A signal ends the command as it would end one without a trap: the caller sees the signal.
end_by() {
  trap - EXIT
  close_control
  trap - "$1"
  kill -s "$1" $$
}

# The kernel makes a session of its own for all its processes, and has the number of the job that started it.
kill_guest() {
  if [ -n "${guest:-}" ]; then
    kill -s KILL -- "-$guest" "$guest" 2>/dev/null || :
    wait "$guest" 2>/dev/null || :
    guest=
  fi
}

# Waits for the end of the guest and sets $ended, its status. A kernel that aborts while it switches itself off has
# done its job, and a shell would print that it did.
await_guest() {
  ended=0
  wait "$guest" 2>/dev/null || ended=$?
}

# Kills the guest with all its processes, and takes everything away.
close_control() {
  trap '' INT TERM HUP
  if [ -n "${builder:-}" ]; then
    kill -s TERM "$builder" 2>/dev/null || :
    wait "$builder" 2>/dev/null || :
  fi
  kill_guest
  [ -z "${control:-}" ] || rm -rf "$control"
}

# What the guest is to do, as a script: a folder, the environment, and a command with its words.
write_job() {
  {
    echo "cd $(quoted "$PWD")"
    for variable in PATH JAVA_HOME LANG LC_ALL TERM; do
      eval "value=\${$variable:-}"
      # shellcheck disable=SC2154
      [ -z "$value" ] || echo "export $variable=$(quoted "$value")"
    done
    printf 'set --'
    for word in "$@"; do
      printf ' %s' "$(quoted "$word")"
    done
    echo
    echo 'exec "$@"'
  } >"$control/job"
}

# Sets $words, the kernel's command line, and $memory, the folder of the file that is its memory.
choose_words() {
  memory=$control
  # A container's /dev/shm is often too small.
  room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  if [ "${room:-0}" -gt 1100000 ] && [ -w /dev/shm ]; then
    memory=/dev/shm
  fi
  cp "$here/guest" "$control/init"
  words="mem=1024M root=/dev/root rootfstype=hostfs ro init=$control/init uml_dir=$control/ umid=uml"
  words="$words con=null con2=fd:4,null quiet loglevel=0 LAB=$control"
}

# Sets $one, the command that binds another to one processor. All of a guest's processes take turns, so that two
# processors only wake each other up, which makes it five times slower. Not the same one for all guests.
choose_processor() {
  one=
  processors=$(taskset -cp $$ 2>/dev/null | sed 's/.*: //' | tr ',' '\n' |
    awk -F- '{ for (i = $1; i <= (NF > 1 ? $2 : $1); i++) print i }')
  count=$(echo "$processors" | wc -w)
  if [ "$count" -gt 0 ]; then
    one="taskset -c $(echo "$processors" | sed -n "$(($$ % count + 1))p")"
  fi
}

# Boots the guest $guest, whose output is this command's; $out and $err pass it on.
boot_guest() {
  # The kernel would change the mode of a terminal, so it gets pipes.
  mkfifo "$control/out" "$control/err"
  cat "$control/out" &
  out=$!
  cat "$control/err" >&2 &
  err=$!
  choose_words
  choose_processor
  # Its clock leaps over times in which it has nothing to do; a kernel that cannot do that ignores the word.
  # It reads until this command is gone: nobody else has the other end open.
  # shellcheck disable=SC2086
  (
    ulimit -c 0
    cd /
    TMPDIR=$memory exec $one "$kernel" $words time-travel con0=null,fd:1 con1=null,fd:3 con3=null,fd:5 \
      >"$control/console" 2>&1 </dev/null 3>"$control/out" 4<"$control/alive" 5>"$control/err"
  ) &
  guest=$!
  exec 8>"$control/alive"
}
