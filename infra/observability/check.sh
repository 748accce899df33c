#!/usr/bin/env bash
# Checks Prometheus' configuration, the alert rules and their tests with promtool; takes it from Debian's package
# "prometheus", which is unpacked and not installed. Where it cannot be had: says so, and fails only with --required.
#   infra/observability/check.sh [--required]
set -euo pipefail
cd "$(dirname "$0")"

promtool=$(command -v promtool || true)
if [ -z "$promtool" ] && command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  # _apt may not write into a folder of root's, and says so.
  if (cd "$work" && { apt-get download -qq prometheus || { apt-get update -qq && apt-get download -qq prometheus; }; }) >/dev/null 2>&1 \
    && dpkg-deb -x "$work"/prometheus_*.deb "$work"; then
    promtool=$work/usr/bin/promtool
  fi
fi
if [ -z "$promtool" ]; then
  echo "No promtool, and no way to get it: alert rules are not checked." >&2
  [ "${1:-}" != --required ]
  exit
fi

"$promtool" check config prometheus.yml
# Debian's knows no clusters: all but how pods are found, which a test of infra/k8s holds against the manifests.
sed '/kubernetes_sd_configs:/,/label:/d' prometheus-kubernetes.yml >.prometheus-kubernetes.yml
"$promtool" check config .prometheus-kubernetes.yml || { rm -f .prometheus-kubernetes.yml; exit 1; }
rm -f .prometheus-kubernetes.yml
"$promtool" test rules alerts.test.yml
for alert in $(sed -n 's/.*- alert: //p' alerts.yml); do
  grep -q "alertname=\"$alert\"" alerts.test.yml || { echo "$alert has no test." >&2; exit 1; }
done
