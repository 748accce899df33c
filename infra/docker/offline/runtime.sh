#!/usr/bin/env bash
# Makes the image that the others stand on: libc, busybox and a Java 25 run-time, from packages and jlink, without any
# image registry. Prints its name. It is tagged by what it is made of, and left alone when it is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

modules=java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,java.rmi
modules+=,java.scripting,java.security.jgss,java.security.sasl,java.sql,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr
modules+=,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

fail() { echo "$*" >&2; exit 1; }

jdk_25() {
  local home
  for home in "${JIANFU_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$home/bin/jlink" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "25'; then
      echo "$home"
      return
    fi
  done
  fail "No JDK 25 found: name one with JIANFU_JDK."
}

version_of() {
  apt-cache policy "$1" | awk '/Candidate:/ { print $2 }'
}

command -v docker >/dev/null || fail "No docker here (Debian: apt-get install docker.io)."
command -v apt-get >/dev/null || fail "The offline base is made of Debian packages; on another system name an image with a JRE 25 in JIANFU_RUNTIME."
jdk=$(jdk_25)
java_version=$("$jdk/bin/java" -version 2>&1 | tr '\n' ' ')
packages="libc6=$(version_of libc6) busybox-static=$(version_of busybox-static)"
hash=$(printf '%s\n' "$packages" "$java_version" "$modules" "$(cat "$here/runtime.sh")" | sha256sum | cut -c1-12)
image="jianfu/runtime:java25-$hash"

if docker image inspect "$image" >/dev/null 2>&1; then
  echo "$image"
  exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root="$work/root"
mkdir -p "$root" "$work/packages"
chmod 755 "$root" "$work"
(cd "$work/packages" && apt-get -o APT::Sandbox::User=root download -qq $packages >&2) || fail "The packages $packages cannot be had."
# Debian 12 ships /bin and /lib, later ones and Ubuntu have all under /usr: one place for both, and the loader's path leads there.
for folder in bin sbin lib lib64; do
  mkdir -p "$root/usr/$folder"
  ln -s "usr/$folder" "$root/$folder"
done
for package in "$work"/packages/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$root"
done
rm -rf "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/lintian "$root"/usr/lib/x86_64-linux-gnu/gconv "$root"/lib/*/gconv "$root"/usr/lib/*/gconv
mkdir -p "$root"/{etc,tmp,proc,sys,dev,run,opt,var/lib}
[ -x "$root/bin/busybox" ] || fail "The package busybox-static has no bin/busybox."
for applet in sh cat ls sleep nc env mkdir rm cp mv chmod ps kill date head tail grep sed id hostname touch wget tr stat chown ln; do
  ln -s busybox "$root/bin/$applet"
done
# No link: what is copied to /bin/bash later would be written through it, into busybox.
printf '#!/bin/sh\nexec /bin/sh "$@"\n' >"$root/bin/bash"
chmod 755 "$root/bin/bash"
printf 'root:x:0:0:root:/:/bin/sh\njianfu:x:10001:10001:jianfu:/tmp:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\njianfu:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
# Of java.desktop frameworks need the beans; nothing here draws, prints or plays.
unused=
for library in awt awt_headless awt_xawt fontmanager freetype javajpeg jawt jsound lcms mlib_image splashscreen; do
  unused+="**/lib$library.so,"
done
"$jdk/bin/jlink" --add-modules "$modules" --include-locales=en,zh --no-header-files --no-man-pages --exclude-files "${unused%,}" --output "$root/opt/java" >&2
# One archive of the JDK's classes, for the kind of object headers that all our images use: quicker starts and probes.
"$root/opt/java/bin/java" -XX:+UseCompactObjectHeaders -XX:+UseG1GC -Xshare:dump >&2
ln -s /opt/java/bin/java "$root/usr/bin/java"
tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner -c . |
  docker import \
    -c 'ENV PATH=/opt/java/bin:/usr/bin:/bin JAVA_HOME=/opt/java LANG=C.UTF-8' \
    -c 'LABEL org.opencontainers.image.title=jianfu-runtime' \
    - "$image" >&2
echo "$image"
