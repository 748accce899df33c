#!/bin/sh
# Makes up what this installation keeps to itself, in infra/docker/secrets (ignored by git). Every call completes what is
# missing, after one that was cut short and for a service that is new, and never changes what is there. Compose calls it at
# every `up`, in a container: busybox and dash are enough. On Kubernetes it is called by hand:
#   JIANFU_DISTRICT=350213000000 infra/docker/secrets.sh
# A lost folder cannot be made again: the people key decides which person a stored hash is. Keep a copy with the backup.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${JIANFU_SECRETS:-$here/secrets}
# As whoever reads what is said here knows it; in a container the folder has another name.
where=${JIANFU_SECRETS_NAME:-$folder}
district=${JIANFU_DISTRICT:-350213000000}
added=
owner=

# In Compose the script is run by root, in a folder that Docker has made for it, or that is somebody's: what it makes is theirs,
# however it ends.
theirs() {
  if [ -n "$owner" ]; then
    (cd "$folder" && chown "$owner" . $added && { [ ! -e for ] || chown -R "$owner" for; }) || true
  fi
}
trap theirs EXIT
trap 'exit 143' TERM INT
if [ "$(id -u)" = 0 ] && [ -d "$folder" ]; then
  owner=$(stat -c %u:%g "$folder")
  [ "$owner" != 0:0 ] || [ -e "$folder/store-users" ] || owner=$(stat -c %u:%g "$here/secrets.sh")
fi
case $district in
  *[!0-9]*) echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1 ;;
esac
[ ${#district} = 12 ] || { echo "JIANFU_DISTRICT is the district's code, 12 digits." >&2; exit 1; }

# A further service is a name in one or both of these lists, a user of the store and a login at the broker, and a line of
# for_container, below.
stores="identity group report"
logins="group report"

# The folder is its owner's. The files in it can be read by whoever gets there, because a container reads its own file
# as a user that this machine does not know (10001, or that of the image).
umask 022
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"
rm -rf ./.*.new ./.new.*
# store-users comes after all that data depend on. People may have removed the first passwords, which stand in secrets.env.
complete=
{ [ ! -e secrets.env ] && [ ! -e store-users ]; } || complete=yes
newline='
'

# In Compose: where the store keeps its data. New secrets would not fit what was stored under others.
stored=
[ -z "${JIANFU_STORE_VOLUME:-}" ] || stored=$(ls -A "$JIANFU_STORE_VOLUME" | grep -vx 'lost+found' || true)
if [ -n "$stored" ] && [ -z "$complete" ] && { [ ! -e mongodb-root ] || [ ! -e group.properties ]; }; then
  echo "The store has data, and the secrets that they need are not there: put $where back from the copy beside the backup. Who wants neither removes the volumes (down --volumes)." >&2
  exit 1
fi

# Whole or not at all: a call that is cut short leaves nothing half-written under its name.
put() { # file, text, rights
  printf %s "$2" >".$1.new"
  chmod "${3:-444}" ".$1.new"
  mv -f ".$1.new" "$1"
  added="$added $1"
}

# Letters and digits only: nothing has to be quoted in an address, a property or a script.
random() {
  LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom 2>/dev/null | head -c 36
}

# What stands behind these words in one of these files, where an earlier call has written it.
written() { # words as a pattern of sed, files
  words=$1
  shift
  for file in "$@"; do
    [ ! -e "$file" ] || sed -n "s/^.*$words\([A-Za-z0-9]\{1,\}\).*\$/\1/p" "$file"
  done | head -n 1
}

# That, or else something new.
secret() { # words, files
  value=$(written "$@")
  echo "${value:-$(random)}"
}

# What data depends on is not made up again when it is gone.
first_time_only() { # file, what depends on it
  if [ -n "$complete" ] && [ ! -e "$1" ]; then
    echo "$where/$1 was made once and is gone, and $2 cannot do without: put it back from the copy beside the backup." >&2
    exit 1
  fi
}
first_time_only mongodb-root "the store"
first_time_only group.properties "the history of people"

# A name of these lists leads to its password; store_group, kafka_admin.
for service in $stores; do
  password=$(secret "jianfu\.store\.password=" "$service.properties")
  # Only where the service's own file is not there yet.
  [ -e "$service.properties" ] || password=$(secret "^$service " store-users)
  eval "store_$service=\$password"
done
for login in $logins admin; do
  password=$(secret 'password="' "$login-kafka.properties" "kafka-$login.properties")
  [ -e "$login-kafka.properties" ] || [ -e "kafka-$login.properties" ] ||
    password=$(secret "user_$login=\"" kafka-server.jaas)
  eval "kafka_$login=\$password"
done
at_store() { eval "echo \"\$store_$1\""; }
at_broker() { eval "echo \"\$kafka_$1\""; }
people_key=$(secret 'jianfu\.people\.key=' group.properties)
console=$(secret 'client-secret=' report.properties)
[ -e report.properties ] || console=$(secret 'clients\[1\]\.secret=' identity.properties)
admin=$(secret '^ADMIN_PASSWORD=' secrets.env)
supervisor=$(secret '^SUPERVISOR_PASSWORD=' secrets.env)
setup=$(secret '^SETUP_SECRET=' secrets.env)
if [ -e identity.properties ]; then
  accounts_of=$(written 'users\[0\]\.unit=' identity.properties)
  if [ -n "${JIANFU_DISTRICT:-}" ] && [ "$accounts_of" != "$district" ]; then
    echo "The accounts were made for $accounts_of at the first start; JIANFU_DISTRICT=$district changes nothing." >&2
  fi
  district=$accounts_of
  admin=$(written 'users\[0\]\.password=' identity.properties)
  supervisor=$(written 'users\[1\]\.password=' identity.properties)
  setup=$(written 'clients\[0\]\.secret=' identity.properties)
fi

module="org.apache.kafka.common.security.plain.PlainLoginModule required"
client() { # login, before each line
  printf "$2%s\n" security.protocol=SASL_PLAINTEXT sasl.mechanism=PLAIN \
    "sasl.jaas.config=$module username=\"$1\" password=\"$(at_broker "$1")\";"
}

# What a service reads: its logins, and what only this one is told.
of_service() {
  case " $logins " in *" $1 "*) client "$1" spring.kafka.properties. ;; esac
  echo "jianfu.store.password=$(at_store "$1")"
  case $1 in
    group) echo "jianfu.people.key=$people_key" ;;
    report) echo "jianfu.console.login.client-secret=$console" ;;
    identity) cat <<END ;;
jianfu.identity.users[0].id=admin
jianfu.identity.users[0].password=$admin
jianfu.identity.users[0].name=\\u533a\\u51cf\\u8d1f\\u529e\\u7ba1\\u7406\\u5458
jianfu.identity.users[0].roles[0]=district-admin
jianfu.identity.users[0].unit=$district
jianfu.identity.users[1].id=supervisor
jianfu.identity.users[1].password=$supervisor
jianfu.identity.users[1].name=\\u533a\\u7763\\u67e5\\u5458
jianfu.identity.users[1].roles[0]=district-supervisor
jianfu.identity.users[1].unit=$district
jianfu.identity.clients[0].id=district-setup
jianfu.identity.clients[0].secret=$setup
jianfu.identity.clients[0].name=\\u533a\\u7ea7\\u521d\\u59cb\\u5316
jianfu.identity.clients[0].roles[0]=district-admin
jianfu.identity.clients[0].unit=$district
jianfu.identity.clients[1].id=jianfu-console
jianfu.identity.clients[1].secret=$console
jianfu.identity.clients[1].name=\\u51cf\\u8d1f\\u76d1\\u7763
jianfu.identity.clients[1].redirectUris[0]=\${jianfu.console.address}/login/oauth2/code/jianfu
jianfu.identity.clients[1].postLogoutRedirectUris[0]=\${jianfu.console.address}/logged-out
END
  esac
}

[ -e mongodb-root ] || put mongodb-root "$(random)"
for login in $logins; do
  [ -e "$login-kafka.properties" ] || put "$login-kafka.properties" "$(client "$login" "")$newline"
done
[ -e kafka-admin.properties ] || put kafka-admin.properties "$(client admin "")$newline"
for service in $stores; do
  [ -e "$service.properties" ] || put "$service.properties" "$(of_service "$service")$newline"
done

# Whom the store lets in, each to the database of its name: store-users.js makes them so at every start.
users=$(cat store-users 2>/dev/null || true)
for service in $stores; do
  case $newline$users in
    *"$newline$service "*) ;;
    *) users="${users:+$users$newline}$service $(at_store "$service")" ;;
  esac
done
[ "$users" = "$(cat store-users 2>/dev/null || true)" ] || put store-users "$users$newline"

# Whom the broker lets in.
jaas=$(cat kafka-server.jaas 2>/dev/null || printf 'clients.KafkaServer {\n  %s;\n};\n' "$module")
for login in admin $logins; do
  case $jaas in
    *"user_$login=\""*) continue ;;
  esac
  password=$(at_broker "$login")
  jaas=$(printf '%s\n' "$jaas" |
    sed "s/^\( *org\.apache\.kafka.*LoginModule required\)\(;\{0,1\}\)\$/\1\n  user_$login=\"$password\"\2/")
  case $jaas in
    *"user_$login=\"$password\""*) ;;
    *) echo "$where/kafka-server.jaas is not as this script makes it: add user_$login there, with the password of its client's file." >&2; exit 1 ;;
  esac
done
[ "$jaas" = "$(cat kafka-server.jaas 2>/dev/null || true)" ] || put kafka-server.jaas "$jaas$newline"

[ -e grafana-admin ] || put grafana-admin "$(secret '^GRAFANA_PASSWORD=' secrets.env)"
# What people and scripts need; the last to be there, so that a half-made folder is seen.
[ -e secrets.env ] || put secrets.env "ADMIN_PASSWORD=$admin
SUPERVISOR_PASSWORD=$supervisor
SETUP_SECRET=$setup
GRAFANA_PASSWORD=$(cat grafana-admin)$newline" 400

# What each container finds under /run/secrets: a folder, because Compose makes a container before there are any files.
for_container() { # service of Compose, file=secret...
  mkdir -p "for/$1"
  chmod 755 for "for/$1"
  of=$1
  shift
  for file in "$@"; do
    ln -f "${file#*=}" "for/$of/${file%%=*}" 2>/dev/null || cp -f "${file#*=}" "for/$of/${file%%=*}"
  done
}
for_container store-users mongodb-root=mongodb-root store-users=store-users
for_container kafka kafka-server.jaas=kafka-server.jaas
for_container topic-rules kafka.properties=kafka-admin.properties
for_container identity service.properties=identity.properties
for_container group-service service.properties=group.properties kafka.properties=group-kafka.properties
for_container report-gateway service.properties=report.properties kafka.properties=report-kafka.properties
for_container grafana grafana-admin=grafana-admin

if [ -z "$complete" ]; then
  echo "Secrets are in $where. The first logins stand in secrets.env there: admin and supervisor of $district."
elif [ -z "$added" ]; then
  echo "Secrets are in $where; nothing was changed."
else
  echo "Secrets are in $where; only what was missing was added, in:$added. Start the platform again (up -d; the broker by restart)."
fi
