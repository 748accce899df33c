#!/usr/bin/env bash
# Builds every image without an image registry: the run-time base, the services, Kafka from its Maven artifacts and the
# store that stands in for MongoDB. Needs Docker, JDK 25, Maven and Debian's package mirror. From anywhere:
#   infra/docker/offline/build-images.sh            builds the jars as well
#   infra/docker/offline/build-images.sh --no-maven takes those that are there
set -euo pipefail
cd "$(dirname "$0")/../../.."

version=0.1.0
kafka_version=$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' pom.xml)
prefix=${JIANFU_IMAGE_PREFIX:-jianfu/}

if [ "${1:-}" != --no-maven ]; then
  mvn -B -ntp -q package -Dmaven.test.skip=true -Dmdep.analyze.skip=true -Dspotless.check.skip=true \
    -pl infra/identity,group-service,report-gateway,infra/broker,infra/store -am
fi
runtime=${JIANFU_RUNTIME:-$(infra/docker/offline/runtime.sh)}
echo "base: $runtime"

image() { # name, version, Dockerfile, jar, further arguments
  local name=$1 tag=$2 recipe=$3 jar=$4
  shift 4
  [ -f "$jar" ] || { echo "$jar is not there; run without --no-maven." >&2; exit 1; }
  docker build -q -f "$recipe" -t "$prefix$name:$tag" --build-arg RUNTIME="$runtime" --build-arg JAR="$jar" \
    --build-arg VERSION="$tag" "$@" . >/dev/null
  echo "built: $prefix$name:$tag"
}

service() { # name, module, port
  image "$1" "$version" infra/docker/Dockerfile "$2/target/jianfu-$1-$version-exec.jar" \
    --build-arg TITLE="jianfu-$1" --build-arg PORT="$3" --build-arg JARS=given --build-arg BUILDER="$runtime"
}

service identity infra/identity 9000
service group-service group-service 8081
service report-gateway report-gateway 8080
image kafka "$kafka_version" infra/docker/offline/kafka/Dockerfile "infra/broker/target/jianfu-broker-$version-exec.jar"
image store-not-mongodb "$version" infra/docker/offline/store/Dockerfile "infra/store/target/jianfu-store-$version-exec.jar"
