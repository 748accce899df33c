#!/bin/sh
# Runs while an image is built: starts the service once, beside an empty store and broker of the same stage, until it is
# healthy, and ends it. As it ends the JVM writes down what a start needs, /trained/app.aot: classes as they are after
# loading, and which methods were busy. Nothing else of this stage gets into the image.
set -eu
cd /app
small="-Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

fail() {
  echo "No archive of classes: $1" >&2
  for log in /trained/*.log; do
    echo "== $log" >&2
    tail -n 30 "$log" >&2
  done
  exit 1
}

# A line in a log, of a process that is to go on.
wait_for() { # what, log, process, seconds
  left=$4
  until grep -q "$1" "/trained/$2.log"; do
    kill -0 "$3" 2>/dev/null || fail "$2 has ended."
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail "$2 did not say '$1' within $4 s."
    sleep 1
  done
}

# As docker-compose.yml has it, so that what is there is what was looked for: logins at the broker, health on a port of
# its own, lines of JSON.
export KAFKA_LISTENERS=CLIENTS://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093,NODE://127.0.0.1:9094
export KAFKA_ADVERTISED_LISTENERS=CLIENTS://127.0.0.1:9092,NODE://127.0.0.1:9094
export KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT,NODE:PLAINTEXT
export KAFKA_LISTENER_NAME_CLIENTS_PLAIN_SASL_JAAS_CONFIG='org.apache.kafka.common.security.plain.PlainLoginModule required user_training="training";'
export KAFKA_INTER_BROKER_LISTENER_NAME=NODE KAFKA_CONTROLLER_QUORUM_VOTERS=1@127.0.0.1:9093
export KAFKA_SASL_ENABLED_MECHANISMS=PLAIN KAFKA_AUTO_CREATE_TOPICS_ENABLE=true
export KAFKA_LOG_DIRS=/trained/broker CLUSTER_ID=4L6g3nShT-eMCtK--X86sw
export MANAGEMENT_SERVER_PORT=8090 JIANFU_WEB_DRAIN=0s LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
# Nobody sends it reference data here.
export MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE=readinessState
export SPRING_CONFIG_IMPORT=file:/training/training.properties JIANFU_KAFKA_ACCESS=/trained/kafka.properties
sed -n 's/^spring.kafka.properties.//p' /training/training.properties >/trained/kafka.properties
# Without the archive that is still to be made; and with the heap of a container, for a third of a large machine's memory
# would be one whose pointers are not compressed, and an archive of it is of no use in a container.
grep -v AOTCache /app/jvm.options >/trained/jvm.options
echo -Xmx134m >>/trained/jvm.options

java $small -Dlogback.configurationFile=/training/logback.xml -jar /training/store.jar /trained/store 27017 127.0.0.1 >/trained/store.log 2>&1 &
store=$!
java $small -Dlogback.configurationFile=/training/logback.xml -jar /training/broker.jar >/trained/broker.log 2>&1 &
broker=$!
wait_for "waiting for connections" store "$store" 60
wait_for "Kafka Server started" broker "$broker" 60

java @/trained/jvm.options -XX:AOTMode=record -XX:AOTConfiguration=/trained/app.aotconf -jar app.jar >/trained/service.log 2>&1 &
service=$!
left=120
until java -XX:+UseCompactObjectHeaders @/app/probe.options >/dev/null; do
  kill -0 "$service" 2>/dev/null || fail "service has ended."
  left=$((left - 1))
  [ "$left" -gt 0 ] || fail "service is not healthy after more than 120 s."
  sleep 1
done
# What begins when the service is ready belongs to a start as well.
sleep 5
kill "$service"
wait "$service" || true
kill "$broker" "$store"
wait "$broker" "$store" || true
[ -s /trained/app.aotconf ] || fail "service left nothing behind."
java @/trained/jvm.options -XX:AOTMode=create -XX:AOTConfiguration=/trained/app.aotconf -XX:AOTCache=/trained/app.aot \
  -jar app.jar >/trained/archive.log 2>&1 || fail "the JVM could not make it."
[ -s /trained/app.aot ] || fail "the JVM made none."
