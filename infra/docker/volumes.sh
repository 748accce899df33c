# What backup.sh and restore.sh have in common; sourced by them, in the top folder.
compose=${COMPOSE:-docker compose}
parts="mongodb kafka"
# What writes to the store must not go on while it is copied or replaced: second instances belong to a profile.
export COMPOSE_PROFILES=scale,observability

# The services of this project that run, those of profiles as well.
running() {
  local project
  project=$(docker inspect -f '{{index .Config.Labels "com.docker.compose.project"}}' "$($compose ps -a -q mongodb | head -n 1)")
  docker ps --filter "label=com.docker.compose.project=$project" --format '{{.Label "com.docker.compose.service"}}' | sort -u
}

# The volume in which a part keeps its data, whatever the Compose project is called.
volume_of() { # mongodb or kafka
  local container
  container=$($compose ps -a -q "$1" | head -n 1)
  [ -n "$container" ] || { echo "There is no container of $1; bring the platform up first." >&2; return 1; }
  docker inspect -f '{{range .Mounts}}{{if or (eq .Destination "/data/db") (eq .Destination "/var/lib/kafka/data")}}{{.Name}}{{end}}{{end}}' "$container"
}

# Runs a command of tar in a container that has this volume at /volume. The image is the store's, which is here already and has
# a shell and tar (ours in its place: busybox); JIANFU_BACKUP_IMAGE names another.
in_volume() { # volume, rights, command
  local tool=${JIANFU_BACKUP_IMAGE:-}
  [ -n "$tool" ] || tool=$(docker inspect -f '{{.Image}}' "$($compose ps -a -q mongodb | head -n 1)")
  docker run --rm -i --network none --user 0 -v "$1:/volume:$2" --entrypoint /bin/sh "$tool" \
    -c "tar() { if [ -x /bin/tar ]; then /bin/tar \"\$@\"; else busybox tar \"\$@\"; fi; }; $3"
}
