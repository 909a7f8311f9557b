# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Shared by tools/run, tools/test and .ci/run, which read it with `.`: installs what is missing and
# builds. Everything it says goes to standard error. Before reading it, set `top` to the source tree.
# shellcheck disable=SC2034,SC2154 # the lists are used, and `top` is set, by the scripts that read this

# What is needed, one a line: how to see that it is there, and the Debian package that brings it.
needs_to_build='
command:autoconf autoconf
command:automake automake
aclocal:ax_check_compile_flag.m4 autoconf-archive
command:make make
command:gcc gcc
header:stdio.h libc6-dev
command:pkg-config pkgconf
command:msgfmt gettext
module:ncursesw libncurses-dev
module:yaml-0.1 libyaml-dev
header:unilbrk.h libunistring-dev
module:libsodium libsodium-dev
'
needs_to_test='
module:cmocka libcmocka-dev
module:vterm libvterm-dev
command:ps procps
module:pangocairo libpango1.0-dev
font:DejaVuSerif.ttf fonts-dejavu-core
font:wqy-microhei.ttc fonts-wqy-microhei
command:qpdf qpdf
command:pdftotext poppler-utils
command:strace strace
command:age age
'
needs_to_check='
command:clang clang
command:clang-format clang-format
command:clang-tidy clang-tidy
command:cppcheck cppcheck
command:python3 python3
command:valgrind valgrind
command:shellcheck shellcheck
command:mandoc mandoc
command:hunspell hunspell hunspell-en-us
command:soffice libreoffice-calc-nogui libreoffice-writer-nogui
command:xz xz-utils
command:tidy tidy
command:cmark cmark
command:chromium chromium
command:npm npm
command:xmllint libxml2-utils
command:unzip unzip
command:zip zip
'

say() {
  printf '%s\n' "$*" >&2
}

stop() {
  say "$@"
  exit 1
}

is_there() {
  case $1 in
    command:*) command -v "${1#command:}" >/dev/null ;;
    module:*) pkg-config --exists "${1#module:}" 2>/dev/null ;;
    header:*) printf '#include <%s>\n' "${1#header:}" | cc -E - >/dev/null 2>&1 ;;
    font:*) find /usr/share/fonts -name "${1#font:}" 2>/dev/null | grep -q . ;;
    aclocal:*) test -e "$(aclocal --print-ac-dir 2>/dev/null)/${1#aclocal:}" ;;
  esac
}

# The packages that bring what is missing of the lists given.
missing_packages() {
  printf '%s\n' "$@" | while read -r probe package; do
    test -z "$probe" || is_there "$probe" || printf '%s ' "$package"
  done
}

# Runs apt-get as root, without ever asking anything.
apt() {
  if test "$(id -u)" -eq 0; then
    DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null >&2
  else
    sudo -n DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null >&2
  fi
}

can_install() {
  command -v apt-get >/dev/null || return 1
  test "$(id -u)" -eq 0 || sudo -n true 2>/dev/null
}

# install_needs LIST...: installs what is missing, or says what to type and stops.
install_needs() {
  packages=$(missing_packages "$@")
  test -n "$packages" || return 0
  say "These Debian packages are missing: $packages"
  by_hand="Please run this command, then start again:
  sudo apt-get install $packages"
  can_install || stop "$by_hand"
  say "Installing them."
  # shellcheck disable=SC2086 # a list of words
  apt install --no-install-recommends $packages ||
    { apt update && apt install --no-install-recommends $packages; } || stop "$by_hand"
  packages=$(missing_packages "$@")
  test -z "$packages" || stop "Still missing after installing: $packages"
}

# What is made in the source tree. Where root builds in somebody else's tree, it gives these to the
# tree's owner, who could otherwise not build any more.
give_back() {
  test "$(id -u)" -eq 0 && test ! -O "$top" || return 0
  for made in build build-ci configure config.h.in Makefile.in aclocal.m4 autom4te.cache build-aux m4; do
    test ! -e "$top/$made" || chown -R --reference="$top" "$top/$made"
  done
}

# quietly LOG COMMAND...: shows the command's output only when it fails.
quietly() {
  log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null || {
    status=$?
    tail -n 40 "$log" >&2
    say "This failed: $*" "(all of its output is in $log)"
    return "$status"
  }
}

# configure_tree FOLDER OPTION...: makes FOLDER ready for make, doing only what has to be done.
configure_tree() {
  build=$1
  shift
  mkdir -p "$build" || return 1
  for place in "$build" "$top"; do
    test -w "$place" || stop "You may not write in $place. Please run:
  sudo chown -R $(id -un) '$top'"
  done
  test -e "$top/configure" || {
    say "Preparing the build."
    quietly "$build/autoreconf.log" autoreconf -i "$top" || return 1
  }
  # A Makefile that cannot bring itself up to date is from another state of the sources.
  if test -e "$build/Makefile"; then
    make -C "$build" Makefile >"$build/configure.log" 2>&1 </dev/null && return 0
    quietly "$build/autoreconf.log" autoreconf -i "$top" || return 1
  fi
  say "Configuring."
  (cd "$build" && quietly ./configure.log "$(path_from_build)/configure" -q "$@")
}

# The way back from the build folder, relative if it is in the tree: then the tree can be moved.
path_from_build() {
  case $build in
    "$top"/*/*) echo ../.. ;;
    "$top"/*) echo .. ;;
    *) echo "$top" ;;
  esac
}

processors() {
  nproc 2>/dev/null || echo 2
}
