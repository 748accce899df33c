#!/usr/bin/env bash
# Makes up what this installation keeps to itself, in infra/docker/secrets (ignored by git). A second call changes nothing;
# a lost folder cannot be made again: the people key decides which person a stored hash is. Keep a copy with the backup.
#   JIANFU_DISTRICT=350213000000 infra/docker/secrets.sh
set -euo pipefail
folder=${JIANFU_SECRETS:-$(cd "$(dirname "$0")" && pwd)/secrets}
district=${JIANFU_DISTRICT:-350213000000}
case $district in
  *[!0-9]* | "") echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1 ;;
esac
[ ${#district} = 12 ] || { echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1; }

# Letters and digits only: nothing has to be quoted in an address, a property or a script.
random() {
  local value
  value=$(head -c 96 /dev/urandom | base64 | tr -dc 'A-Za-z0-9')
  echo "${value:0:36}"
}

# The folder is its owner's. The files in it can be read by whoever gets there, because a container reads its own file
# as a user that this machine does not know (10001, or that of the image).
umask 022

# The login of the dashboards, also where the others were made before there were any.
grafana_admin() {
  GRAFANA_PASSWORD=$(random)
  echo -n "$GRAFANA_PASSWORD" >"$1/grafana-admin"
  chmod 444 "$1/grafana-admin"
}

# The login that makes the broker's rules. It is added to those that the broker lets in, also where these were made before
# there were rules; the other lines stay as they are.
kafka_admin() {
  local password jaas
  password=$(random)
  # Known to the broker first: a call that is cut short between the two is made good by the next.
  jaas=$(sed "/user_admin=/d; s/^\( *org.apache.kafka.*LoginModule required\)\$/\1\n  user_admin=\"$password\"/" "$1/kafka-server.jaas")
  case $jaas in
    *"user_admin=\"$password\""*) ;;
    *) echo "$1/kafka-server.jaas is not as this script makes it: add user_admin there, and write kafka-admin.properties." >&2; return 1 ;;
  esac
  printf '%s\n' "$jaas" >"$1/.kafka-server.jaas"
  chmod 444 "$1/.kafka-server.jaas"
  mv -f "$1/.kafka-server.jaas" "$1/kafka-server.jaas"
  printf 'security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=%s\n' \
    "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"$password\";" >"$1/.kafka-admin"
  chmod 444 "$1/.kafka-admin"
  mv -f "$1/.kafka-admin" "$1/kafka-admin.properties"
}

if [ -e "$folder/secrets.env" ]; then
  changed=
  if [ ! -e "$folder/grafana-admin" ]; then
    grafana_admin "$folder"
    changed="$changed the login of the dashboards ($folder/grafana-admin);"
  fi
  if [ ! -e "$folder/kafka-admin.properties" ]; then
    kafka_admin "$folder"
    changed="$changed the login that makes the broker's rules (the broker must be started again);"
  fi
  if [ -z "$changed" ]; then
    echo "Secrets are in $folder; nothing was changed."
  else
    echo "Secrets are in $folder; only what was missing was added:${changed%;}."
  fi
  exit
fi
if [ -d "$folder" ] && [ -n "$(ls -A "$folder")" ]; then
  echo "$folder is not empty and has no secrets.env: move it away first." >&2
  exit 1
fi
mkdir -p "$folder"
chmod 700 "$folder"
work=$(mktemp -d "$folder/.new.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

ADMIN_PASSWORD=$(random)
SUPERVISOR_PASSWORD=$(random)
SETUP_SECRET=$(random)
CONSOLE_SECRET=$(random)
PEOPLE_KEY=$(random)
STORE_ROOT=$(random)
declare -A store kafka
for service in identity group report; do store[$service]=$(random); done
for service in group report; do kafka[$service]=$(random); done

# Store: a user for each service, who reaches its own database only.
echo -n "$STORE_ROOT" >mongodb-root
for service in identity group report; do
  printf 'db.getSiblingDB("%s").createUser({user: "%s", pwd: "%s", roles: [{role: "readWrite", db: "%s"}]});\n' \
    "$service" "$service" "${store[$service]}" "$service"
done >mongodb-users.js

# Broker: a login for each service.
{
  echo 'clients.KafkaServer {'
  echo '  org.apache.kafka.common.security.plain.PlainLoginModule required'
  echo "  user_group=\"${kafka[group]}\""
  echo "  user_report=\"${kafka[report]}\";"
  echo '};'
} >kafka-server.jaas

kafka_admin .

login() {
  echo "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$1\" password=\"${kafka[$1]}\";"
}
for service in group report; do
  printf 'security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=%s\n' "$(login $service)" >"$service-kafka.properties"
  {
    echo "spring.kafka.properties.security.protocol=SASL_PLAINTEXT"
    echo "spring.kafka.properties.sasl.mechanism=PLAIN"
    echo "spring.kafka.properties.sasl.jaas.config=$(login $service)"
  } >"$service.properties"
done
for service in identity group report; do
  echo "jianfu.store.password=${store[$service]}" >>"$service.properties"
done

echo "jianfu.people.key=$PEOPLE_KEY" >>group.properties
echo "jianfu.console.login.client-secret=$CONSOLE_SECRET" >>report.properties
cat >>identity.properties <<END
jianfu.identity.users[0].id=admin
jianfu.identity.users[0].password=$ADMIN_PASSWORD
jianfu.identity.users[0].name=\u533a\u51cf\u8d1f\u529e\u7ba1\u7406\u5458
jianfu.identity.users[0].roles[0]=district-admin
jianfu.identity.users[0].unit=$district
jianfu.identity.users[1].id=supervisor
jianfu.identity.users[1].password=$SUPERVISOR_PASSWORD
jianfu.identity.users[1].name=\u533a\u7763\u67e5\u5458
jianfu.identity.users[1].roles[0]=district-supervisor
jianfu.identity.users[1].unit=$district
jianfu.identity.clients[0].id=district-setup
jianfu.identity.clients[0].secret=$SETUP_SECRET
jianfu.identity.clients[0].name=\u533a\u7ea7\u521d\u59cb\u5316
jianfu.identity.clients[0].roles[0]=district-admin
jianfu.identity.clients[0].unit=$district
jianfu.identity.clients[1].id=jianfu-console
jianfu.identity.clients[1].secret=$CONSOLE_SECRET
jianfu.identity.clients[1].name=\u51cf\u8d1f\u76d1\u7763
jianfu.identity.clients[1].redirectUris[0]=\${jianfu.console.address}/login/oauth2/code/jianfu
jianfu.identity.clients[1].postLogoutRedirectUris[0]=\${jianfu.console.address}/logged-out
END
# What people and scripts need; the last to be there, so that a half-made folder is seen.
grafana_admin .
cat >secrets.env <<END
ADMIN_PASSWORD=$ADMIN_PASSWORD
SUPERVISOR_PASSWORD=$SUPERVISOR_PASSWORD
SETUP_SECRET=$SETUP_SECRET
GRAFANA_PASSWORD=$GRAFANA_PASSWORD
END
chmod 444 ./*
chmod 400 secrets.env
for file in *; do
  [ "$file" = secrets.env ] || mv "$file" "$folder/"
done
mv secrets.env "$folder/"
echo "Secrets are in $folder. The first logins stand in secrets.env there: admin and supervisor of $district."
