#!/usr/bin/env bash
# Puts back what backup.sh saved, in place of what is there now, and tells the services so: they begin a new epoch.
#   infra/docker/restore.sh <folder> --replace                 store and broker, as of one moment
#   infra/docker/restore.sh <folder> --replace --store-only    the store alone, under a broker that knows more
# Afterwards, as a district-admin: POST /api/v1/resyncs at report-gateway and at group-service, then POST /api/v1/rebuilds
# at report-gateway. Without a registry: COMPOSE as for backup.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
compose=${COMPOSE:-docker compose}
folder=${1:-}
[ -n "$folder" ] && [ "${2:-}" = --replace ] || { sed -n '2,6s/^# \?//p' "$0"; exit 2; }
folder=$(cd "$folder" && pwd)
(cd "$folder" && sha256sum -c --quiet SHA256SUMS)
cd "$here/../.."
project=${COMPOSE_PROJECT_NAME:-$(basename "$PWD" | tr 'A-Z' 'a-z' | tr -dc 'a-z0-9_-')}
tool=${JIANFU_BACKUP_IMAGE:-$(docker image inspect jianfu/store-not-mongodb:0.1.0 >/dev/null 2>&1 && echo jianfu/store-not-mongodb:0.1.0 || echo busybox:1.37)}
volumes="mongodb-data kafka-data"
[ "${3:-}" != --store-only ] || volumes=mongodb-data

# Makes containers and volumes where there are none yet.
$compose up --no-start
$compose stop
for volume in $volumes; do
  docker run --rm -i --network none --user 0 -v "${project}_$volume:/to" --entrypoint /bin/sh "$tool" \
    -c 'find /to -mindepth 1 -maxdepth 1 -exec rm -rf {} +; tar=$(command -v tar || echo "busybox tar"); $tar -x -C /to' \
    < <(gzip -dc "$folder/$volume.tar.gz")
done
# Once with the word that the store is an old one; and again without it, so that later starts are plain ones.
JIANFU_STORE_RESTORED=true $compose up -d
for service in group-service report-gateway; do
  for _ in $(seq 120); do
    state=$(docker inspect -f '{{.State.Health.Status}}' "$($compose ps -q $service)")
    [ "$state" = healthy ] && break
    sleep 2
  done
  [ "$state" = healthy ] || { echo "$service is $state; look at: $compose logs $service" >&2; exit 1; }
done
$compose up -d
echo "Put back. Now POST /api/v1/resyncs at report-gateway and group-service, then POST /api/v1/rebuilds at report-gateway."
