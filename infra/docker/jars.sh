#!/bin/sh
# In the build of an image, in the folder of the sources: the jars of every service, from the sources (JARS=built), or those that
# `mvn package` left there (JARS=given), so that a machine without Maven Central can build images.
set -eu
modules=infra/identity,group-service,report-gateway,infra/broker,infra/store
case ${JARS:-built} in
  given)
    for jar in infra/identity group-service report-gateway infra/broker infra/store; do
      ls "$jar"/target/*-exec.jar >/dev/null || { echo "JARS=given, and there is no jar of $jar: call mvn package first." >&2; exit 1; }
    done
    ;;
  built)
    # What an earlier build on the machine left is not of these sources.
    rm -rf ./*/target infra/*/target
    mvn -B -ntp -q package -Dmaven.test.skip=true -Dmdep.analyze.skip=true -Dspotless.check.skip=true -pl "$modules" -am
    ;;
  *) echo "JARS is built or given, not $JARS." >&2; exit 1 ;;
esac
