#!/usr/bin/env bash
# Saves store and broker of this Compose project as they were at one moment: it stops the containers, copies their volumes
# and starts them again.
#   infra/docker/backup.sh <new folder>
# Without a registry: the same with COMPOSE="docker-compose --env-file infra/docker/offline/offline.env" before it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
compose=${COMPOSE:-docker compose}
project=${COMPOSE_PROJECT_NAME:-$(basename "$PWD" | tr 'A-Z' 'a-z' | tr -dc 'a-z0-9_-')}
# Any image with a shell and tar; ours without a registry is built on busybox.
tool=${JIANFU_BACKUP_IMAGE:-$(docker image inspect jianfu/store-not-mongodb:0.1.0 >/dev/null 2>&1 && echo jianfu/store-not-mongodb:0.1.0 || echo busybox:1.37)}
volumes="mongodb-data kafka-data"

folder=${1:-}
[ -n "$folder" ] || { sed -n '2,5s/^# \?//p' "$0"; exit 2; }
[ ! -e "$folder" ] || { echo "$folder is there already." >&2; exit 1; }
for volume in $volumes; do
  docker volume inspect "${project}_$volume" >/dev/null || exit 1
done
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
chmod 700 "$folder"

running=$($compose ps -q | wc -l)
$compose stop
again() { [ "$running" = 0 ] || $compose start; }
trap again EXIT
for volume in $volumes; do
  docker run --rm --network none --user 0 -v "${project}_$volume:/from:ro" --entrypoint /bin/sh "$tool" \
    -c 'tar=$(command -v tar || echo "busybox tar"); $tar -c -C /from .' | gzip -1 >"$folder/$volume.tar.gz.part"
  gzip -t "$folder/$volume.tar.gz.part"
  mv "$folder/$volume.tar.gz.part" "$folder/$volume.tar.gz"
done
(cd "$folder" && sha256sum ./*.tar.gz >SHA256SUMS)
echo "Saved in $folder. Keep infra/docker/secrets with it, as well protected as the data."
