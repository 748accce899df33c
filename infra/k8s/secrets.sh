#!/usr/bin/env bash
# The cluster's secrets from the files of infra/docker/secrets.sh, as manifests for kubectl; nothing is written to disk.
#   infra/k8s/secrets.sh | kubectl apply -n jianfu -f -
set -euo pipefail
docker=$(cd "$(dirname "$0")/../docker" && pwd)
files=${JIANFU_SECRETS:-$docker/secrets}
[ -e "$files/secrets.env" ] || { echo "No secrets in $files: run infra/docker/secrets.sh first." >&2; exit 1; }

# secret NAME KEY=FILE…; a file of that folder, or a path
secret() {
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\ntype: Opaque\ndata:\n' "$1"
  local entry content
  for entry in "${@:2}"; do
    # By itself, so that a file that is not there ends the script.
    content=$(cd "$files" && base64 -w0 <"${entry#*=}")
    printf '  %s: %s\n' "${entry%%=*}" "$content"
  done
}

# key KEY VALUE
key() {
  printf '  %s: %s\n' "$1" "$(printf %s "$2" | base64 -w0)"
}

of_login() {
  sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p" "$files/report-kafka.properties"
}

secret identity service.properties=identity.properties
secret group-service service.properties=group.properties kafka.properties=group-kafka.properties
secret report-gateway service.properties=report.properties kafka.properties=report-kafka.properties
# Of the overlay with its own store and broker.
secret mongodb mongodb-root=mongodb-root store-users=store-users store-users.js="$docker/store-users.js"
secret kafka kafka-server.jaas=kafka-server.jaas
# How the component topic-rules changes the broker's rules; at somebody else's broker, a login of theirs that may.
secret kafka-admin kafka.properties=kafka-admin.properties
# How the component lag-scaling asks the broker.
secret kafka-lag
key sasl plaintext
key tls disable
key username "$(of_login username)"
key password "$(of_login password)"
