# shellcheck shell=sh disable=SC2154
# The part of ./gatehouse that works on sources; it is read only when it is needed. Knows from there: house, dist,
# java_home, find_java, is_stale, fail.

work=$house/target
log=$work/build.log
staging=$house/server/target/dist.new

develop() {
    [ $# -eq 1 ] || [ "$1 $#" = 'test 2' ] ||
        fail 64 "'$1' takes $([ "$1" = test ] && echo 'one test: Class, Class#method, or a pattern in quotes' || echo nothing more)."
    prepare
    case $1 in
        build) make_dist ;;
        test) if [ $# -eq 1 ]; then test_all; else test_one "$2"; fi ;;
        verify)
            make_dist
            test_all
            ;;
        format) maven tests spotless:apply || maven_failed ;;
    esac
    release
}

build_if_stale() {
    prepare
    # Whoever held the lock before us may have built already.
    if is_stale; then make_dist; fi
    release
}

# --------------------------------------------------------------------------------------------------- building

# The build grows beside the old one and then takes its place: a start never meets half a build, and a build that is
# interrupted or fails leaves things as they were.
make_dist() {
    if [ -d "$dist" ]; then echo "Building Gatehouse …" >&2; else
        echo "Building Gatehouse (the first time takes minutes: Maven downloads its dependencies) …" >&2
    fi
    rm -rf "$staging"
    mkdir -p "$staging"
    : >"$staging/built"
    maven modules -DskipTests "-Ddist=$staging" package >&2 || maven_failed
    rm -rf "$staging/markers"
    cp "$house/gatehouse" "$house/LICENSE" "$staging/"
    rehearse
    rm -rf "$dist.old"
    [ ! -d "$dist" ] || mv "$dist" "$dist.old"
    mv "$staging" "$dist"
    rm -rf "$dist.old"
}

# The server plays its main scenes once, and then the verbs theirs, while the JVM takes notes (JEP 514, 515). The
# environment is empty, so that nobody's database is touched; what they need, the verb brings along.
rehearse() {
    [ "${GATEHOUSE_AOT:-on}" != off ] || return 0
    echo "  Start-up caches" >&2
    : >"$work/rehearsal.log"
    for part in serve verbs; do
        if ! env -i PATH="$PATH" HOME="${HOME:-/}" TMPDIR="${TMPDIR:-/tmp}" GATEHOUSE_JAVA_HOME="$java_home" \
            "$staging/gatehouse" rehearse $part </dev/null >>"$work/rehearsal.log" 2>&1 || [ ! -s "$staging/$part.aot" ]; then
            rm -f "$staging/$part".aot*
            echo "  No start-up cache for $part: the rehearsal failed (see $work/rehearsal.log). Gatehouse works without, starting slower." >&2
        fi
    done
}

# ---------------------------------------------------------------------------------------------------- testing

# Its jars go elsewhere: a server that runs from dist keeps what it opened.
test_all() {
    maven tests --fail-at-end "-Ddist=$staging" verify || maven_failed
    rm -rf "$staging"
}

test_one() {
    class=${1%%#*}
    source=$(cd "$house" && find ./*/src/test/java -name "${class##*.}.java" 2>/dev/null | head -n 1)
    [ -n "$source" ] || fail 64 "No module has a test '$class' (looked for */src/test/java/**/${class##*.}.java)."
    # With a pattern the tests may be in several modules.
    case $class in
        *[*?,]*) set -- "$1" ;;
        *) set -- "$1" --projects "$(printf '%s' "$source" | cut -d/ -f2)" --also-make ;;
    esac
    one=$1
    shift
    maven tests "$@" "-Dtest=$one" -Dsurefire.failIfNoSpecifiedTests=false test || maven_failed
    grep -q 'Tests run: [1-9]' "$log" || fail 64 "No test matches '$one': the class is there, the method is not."
}

# ------------------------------------------------------------------------------------------------------ Maven

# maven VIEW ARGS…: all output goes to the log, and to the terminal what the view lets through.
maven() {
    view=$1
    shift
    rm -f "$work/status"
    {
        status=0
        (cd "$house" && exec mvn -B -Dstyle.color=never "$@") </dev/null 2>&1 || status=$?
        echo "$status" >"$work/status"
    } | while IFS= read -r line; do
        line=${line##*"${escape}[0m"} # Debian's Maven colours even where it was told not to
        printf '%s\n' "$line" >&3
        "show_$view" "$line"
    done 3>"$log"
    [ "$(cat "$work/status" 2>/dev/null)" = 0 ]
}

escape=$(printf '\033')
downloads=0
seen='
'

show_modules() {
    case $1 in
        '[INFO] Building '*' [1/'*) ;; # the parent of all modules
        '[INFO] Building '*' ['*/*']')
            module=${1#'[INFO] Building '}
            echo "  ${module%% [0-9]*}"
            ;;
        '[INFO] Downloaded '*)
            downloads=$((downloads + 1))
            [ $((downloads % 50)) != 0 ] || echo "  … $downloads files downloaded"
            ;;
        '[ERROR]'*)
            # Maven says what went wrong, and then says it again.
            case $seen in *"
$1
"*) return ;; esac
            seen="$seen$1
"
            is_advice "$1" || printf '%s\n' "$1"
            ;;
    esac
}

show_tests() {
    case $1 in
        '[INFO] Downloading '*) ;;
        '[INFO] Downloaded '*) show_modules "$1" ;;
        '[INFO] ' | '[INFO] ---'* | '[INFO] skip non existing '* | '[INFO] Nothing to compile'* | '[INFO] Recompiling '*) ;;
        '[INFO] Compiling '* | '[INFO] Copying '* | '[INFO] Building jar'* | '[INFO] No tests to run'*) ;;
        '[INFO] Using auto detected provider'* | '[INFO] Scanning for projects'* | '[INFO] Reactor Build Order'*) ;;
        '[INFO] Gatehouse'*' [pom]' | '[INFO] Gatehouse'*' [jar]' | '[INFO] Index file does not exist'*) ;;
        '[WARNING] JAR will be empty'*) ;;
        *"Run 'mvn spotless:apply'"*) echo "[ERROR] Run './gatehouse format' to put that right." ;;
        *) is_advice "$1" || printf '%s\n' "$1" ;;
    esac
}

# How to run Maven is not what the reader wants to know.
is_advice() {
    case $1 in
        '[ERROR] ' | '[ERROR]'*'[Help 1]'* | '[ERROR] To see the full stack trace'* | '[ERROR] Re-run Maven'*) ;;
        '[ERROR] For more information about'* | '[ERROR] After correcting'* | '[ERROR]   mvn <args>'* | '[ERROR] See dump files'*) ;;
        *) return 1 ;;
    esac
}

maven_failed() {
    fail 1 "That failed; all that Maven said is in $log"
}

# ----------------------------------------------------------------------------------------------- one at a time

prepare() {
    find_java javac
    export JAVA_HOME="$java_home"
    command -v mvn >/dev/null ||
        fail 69 "Building Gatehouse needs Maven 3.8 or newer. Debian: apt install maven · macOS: brew install maven · Windows (WSL): apt install maven"
    mkdir -p "$work"
    trap 'release; rm -rf "$staging"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    acquire
}

# A symbolic link is made in one step and carries its owner's process number.
acquire() {
    told=
    until ln -s "$$" "$work/lock" 2>/dev/null; do
        owner=$(readlink "$work/lock" || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            [ "$(readlink "$work/lock" || true)" != "$owner" ] || rm -f "$work/lock"
            continue
        fi
        [ -n "$told" ] || echo "Waiting for another build of this tree (process ${owner:-unknown}) …" >&2
        told=yes
        sleep 1
    done
    locked=yes
}

locked=

release() {
    [ -z "$locked" ] || rm -f "$work/lock"
    locked=
}
