#!/usr/bin/env bash
# Makes up what this installation keeps to itself, in infra/docker/secrets (ignored by git). Every call completes what is
# missing, after one that was cut short and for a service that is new, and never changes what is there.
# A lost folder cannot be made again: the people key decides which person a stored hash is. Keep a copy with the backup.
#   JIANFU_DISTRICT=350213000000 infra/docker/secrets.sh
set -euo pipefail
folder=${JIANFU_SECRETS:-$(cd "$(dirname "$0")" && pwd)/secrets}
district=${JIANFU_DISTRICT:-350213000000}
case $district in
  *[!0-9]* | "") echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1 ;;
esac
[ ${#district} = 12 ] || { echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1; }

# A further service is a name in one or both of these lists: a user of the store, and a login at the broker.
stores="identity group report"
logins="group report"

# The folder is its owner's. The files in it can be read by whoever gets there, because a container reads its own file
# as a user that this machine does not know (10001, or that of the image).
umask 022
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"
rm -rf ./.*.new ./.new.*
complete=
[ ! -e secrets.env ] || complete=yes
added=

# Whole or not at all: a call that is cut short leaves nothing half-written under its name.
put() { # file, text, rights
  printf %s "$2" >".$1.new"
  chmod "${3:-444}" ".$1.new"
  mv -f ".$1.new" "$1"
  added="$added $1"
}

# Letters and digits only: nothing has to be quoted in an address, a property or a script.
random() {
  local value
  value=$(head -c 96 /dev/urandom | base64 | tr -dc 'A-Za-z0-9')
  echo "${value:0:36}"
}

# What stands behind these words in one of these files, where an earlier call has written it.
written() { # words as a pattern of sed, files
  local words=$1 file
  shift
  for file in "$@"; do
    [ ! -e "$file" ] || sed -n "s/^.*$words\([A-Za-z0-9]\{1,\}\).*\$/\1/p" "$file"
  done | head -n 1
}

# That, or else something new.
secret() { # words, files
  local value
  value=$(written "$@")
  echo "${value:-$(random)}"
}

# What data depends on is not made up again when it is gone.
first_time_only() { # file, what depends on it
  if [ -n "$complete" ] && [ ! -e "$1" ]; then
    echo "$folder/$1 was made once and is gone, and $2 cannot do without: put it back from the copy beside the backup." >&2
    exit 1
  fi
}
first_time_only mongodb-root "the store"
first_time_only group.properties "the history of people"

declare -A store kafka
for service in $stores; do
  store[$service]=$(secret "jianfu\.store\.password=" "$service.properties")
  # Only where the service's own file is not there yet.
  [ -e "$service.properties" ] || store[$service]=$(secret "^$service " store-users)
done
for login in $logins admin; do
  kafka[$login]=$(secret 'password="' "$login-kafka.properties" "kafka-$login.properties")
  [ -e "$login-kafka.properties" ] || [ -e "kafka-$login.properties" ] ||
    kafka[$login]=$(secret "user_$login=\"" kafka-server.jaas)
done
people_key=$(secret 'jianfu\.people\.key=' group.properties)
console=$(secret 'client-secret=' report.properties)
[ -e report.properties ] || console=$(secret 'clients\[1\]\.secret=' identity.properties)
admin=$(secret '^ADMIN_PASSWORD=' secrets.env)
supervisor=$(secret '^SUPERVISOR_PASSWORD=' secrets.env)
setup=$(secret '^SETUP_SECRET=' secrets.env)
if [ -e identity.properties ]; then
  admin=$(written 'users\[0\]\.password=' identity.properties)
  supervisor=$(written 'users\[1\]\.password=' identity.properties)
  setup=$(written 'clients\[0\]\.secret=' identity.properties)
fi

module="org.apache.kafka.common.security.plain.PlainLoginModule required"
client() { # login, before each line
  printf "$2%s\n" security.protocol=SASL_PLAINTEXT sasl.mechanism=PLAIN \
    "sasl.jaas.config=$module username=\"$1\" password=\"${kafka[$1]}\";"
}

# What a service reads: its logins, and what only this one is told.
of_service() {
  case " $logins " in *" $1 "*) client "$1" spring.kafka.properties. ;; esac
  echo "jianfu.store.password=${store[$1]}"
  case $1 in
    group) echo "jianfu.people.key=$people_key" ;;
    report) echo "jianfu.console.login.client-secret=$console" ;;
    identity) cat <<END ;;
jianfu.identity.users[0].id=admin
jianfu.identity.users[0].password=$admin
jianfu.identity.users[0].name=\u533a\u51cf\u8d1f\u529e\u7ba1\u7406\u5458
jianfu.identity.users[0].roles[0]=district-admin
jianfu.identity.users[0].unit=$district
jianfu.identity.users[1].id=supervisor
jianfu.identity.users[1].password=$supervisor
jianfu.identity.users[1].name=\u533a\u7763\u67e5\u5458
jianfu.identity.users[1].roles[0]=district-supervisor
jianfu.identity.users[1].unit=$district
jianfu.identity.clients[0].id=district-setup
jianfu.identity.clients[0].secret=$setup
jianfu.identity.clients[0].name=\u533a\u7ea7\u521d\u59cb\u5316
jianfu.identity.clients[0].roles[0]=district-admin
jianfu.identity.clients[0].unit=$district
jianfu.identity.clients[1].id=jianfu-console
jianfu.identity.clients[1].secret=$console
jianfu.identity.clients[1].name=\u51cf\u8d1f\u76d1\u7763
jianfu.identity.clients[1].redirectUris[0]=\${jianfu.console.address}/login/oauth2/code/jianfu
jianfu.identity.clients[1].postLogoutRedirectUris[0]=\${jianfu.console.address}/logged-out
END
  esac
}

[ -e mongodb-root ] || put mongodb-root "$(random)"
for login in $logins; do
  [ -e "$login-kafka.properties" ] || put "$login-kafka.properties" "$(client "$login" "")"$'\n'
done
[ -e kafka-admin.properties ] || put kafka-admin.properties "$(client admin "")"$'\n'
for service in $stores; do
  [ -e "$service.properties" ] || put "$service.properties" "$(of_service "$service")"$'\n'
done

# Whom the store lets in, each to the database of its name: store-users.js makes them so at every start.
users=$(cat store-users 2>/dev/null || true)
for service in $stores; do
  case $'\n'$users in
    *$'\n'"$service "*) ;;
    *) users="${users:+$users$'\n'}$service ${store[$service]}" ;;
  esac
done
[ "$users" = "$(cat store-users 2>/dev/null || true)" ] || put store-users "$users"$'\n'

# Whom the broker lets in.
jaas=$(cat kafka-server.jaas 2>/dev/null || printf 'clients.KafkaServer {\n  %s;\n};\n' "$module")
for login in admin $logins; do
  case $jaas in
    *"user_$login=\""*) continue ;;
  esac
  jaas=$(sed "s/^\( *org\.apache\.kafka.*LoginModule required\)\(;\{0,1\}\)\$/\1\n  user_$login=\"${kafka[$login]}\"\2/" <<<"$jaas")
  case $jaas in
    *"user_$login=\"${kafka[$login]}\""*) ;;
    *) echo "$folder/kafka-server.jaas is not as this script makes it: add user_$login there, with the password of its client's file." >&2; exit 1 ;;
  esac
done
[ "$jaas" = "$(cat kafka-server.jaas 2>/dev/null || true)" ] || put kafka-server.jaas "$jaas"$'\n'

[ -e grafana-admin ] || put grafana-admin "$(secret '^GRAFANA_PASSWORD=' secrets.env)"
# What people and scripts need; the last to be there, so that a half-made folder is seen.
[ -e secrets.env ] || put secrets.env "ADMIN_PASSWORD=$admin
SUPERVISOR_PASSWORD=$supervisor
SETUP_SECRET=$setup
GRAFANA_PASSWORD=$(cat grafana-admin)"$'\n' 400

if [ -z "$complete" ]; then
  echo "Secrets are in $folder. The first logins stand in secrets.env there: admin and supervisor of $district."
elif [ -z "$added" ]; then
  echo "Secrets are in $folder; nothing was changed."
else
  echo "Secrets are in $folder; only what was missing was added, in:$added. Start the platform again (up -d; the broker by restart)."
fi
