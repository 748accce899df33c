#!/usr/bin/env bash
# Puts back what backup.sh saved, in place of what is there now, and tells the services so: they begin a new epoch.
#   infra/docker/restore.sh <folder> --replace                 store and broker, as of one moment
#   infra/docker/restore.sh <folder> --replace --store-only    the store alone, under a broker that knows more
# Afterwards, as a district-admin: POST /api/v1/resyncs at report-gateway and at group-service, then POST /api/v1/rebuilds
# at report-gateway. Without a registry, or with settings in another file than .env: COMPOSE as for backup.sh, or they are lost.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
[ -n "${1:-}" ] && [ "${2:-}" = --replace ] || { sed -n '2,6s/^# \?//p' "$0"; exit 2; }
folder=$(cd "$1" && pwd)
(cd "$folder" && sha256sum -c --quiet SHA256SUMS)
cd "$top"
. infra/docker/volumes.sh
[ "${3:-}" != --store-only ] || parts=mongodb

healthy() { # service
  local state=
  for _ in $(seq 120); do
    state=$(docker inspect -f '{{.State.Health.Status}}' "$($compose ps -a -q "$1")" 2>/dev/null || true)
    [ "$state" != healthy ] || return 0
    sleep 2
  done
  echo "$1 is ${state:-not there}; look at: $compose logs $1" >&2
  return 1
}

# Makes containers and volumes where there are none yet.
COMPOSE_PROFILES= $compose up --no-start
ran=$(running)
# What runs without any profile, and what ran before.
up() {
  COMPOSE_PROFILES= $compose up -d
  [ -z "$ran" ] || $compose up -d $ran
}
# Until something is replaced, a step that fails leaves what ran running, on what was there.
replacing=
ends() {
  local status=$?
  if [ "$status" != 0 ] && [ -z "$replacing" ]; then
    for part in $parts; do
      in_volume "$(volume_of "$part")" rw 'rm -rf /volume/.restoring' </dev/null || true
    done
    [ -z "$ran" ] || $compose start $ran
    echo "Nothing was replaced." >&2
  elif [ "$status" != 0 ]; then
    echo "Not all was put back: call this again when what failed is mended." >&2
  fi
  exit "$status"
}
trap ends EXIT
$compose stop
if [ -n "$(running)" ]; then
  echo "Still running: $(running)" >&2
  exit 1
fi
# Unpacked in whole beside what is there, which takes its room for a while, and only then put in its place.
for part in $parts; do
  gzip -dc "$folder/$part.tar.gz" |
    in_volume "$(volume_of "$part")" rw 'rm -rf /volume/.restoring && mkdir /volume/.restoring && tar -x -C /volume/.restoring'
done
replacing=yes
for part in $parts; do
  in_volume "$(volume_of "$part")" rw 'set -e
    for file in /volume/* /volume/.[!.]* /volume/..?*; do [ "$file" = /volume/.restoring ] || rm -rf "$file"; done
    for file in /volume/.restoring/* /volume/.restoring/.[!.]* /volume/.restoring/..?*; do [ ! -e "$file" ] || mv "$file" /volume/; done
    rmdir /volume/.restoring' </dev/null
done
# Once with the word that the store is an old one, and again without it, so that later starts are plain ones.
JIANFU_STORE_RESTORED=true up
healthy group-service
healthy report-gateway
up
echo "Put back. Now POST /api/v1/resyncs at report-gateway and group-service, then POST /api/v1/rebuilds at report-gateway."
