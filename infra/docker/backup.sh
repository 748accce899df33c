#!/usr/bin/env bash
# Saves store and broker of this Compose project as they were at one moment: it stops the containers, copies their volumes
# and starts them again.
#   infra/docker/backup.sh <new folder>
# Without a registry: the same with COMPOSE="docker-compose --env-file infra/docker/offline/offline.env" before it.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-}
[ -n "$folder" ] || { sed -n '2,5s/^# \?//p' "$0"; exit 2; }
[ ! -e "$folder" ] || { echo "$folder is there already." >&2; exit 1; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
chmod 700 "$folder"
cd "$top"
. infra/docker/volumes.sh

for part in $parts; do
  volume_of "$part" >/dev/null || { rmdir "$folder"; exit 1; }
done
ran=$(running)
again() { $compose start $ran; }
if [ -n "$ran" ]; then
  trap again EXIT
fi
$compose stop
for part in $parts; do
  in_volume "$(volume_of "$part")" ro 'tar -c -C /volume .' </dev/null | gzip -1 >"$folder/$part.part"
  gzip -t "$folder/$part.part"
  mv "$folder/$part.part" "$folder/$part.tar.gz"
done
# The last to be there: restore.sh takes nothing that has none.
(cd "$folder" && sha256sum ./*.tar.gz >SHA256SUMS.part && mv SHA256SUMS.part SHA256SUMS)
echo "Saved in $folder. Keep infra/docker/secrets with it, as well protected as the data."
