package cn.jianfu.report.metric;

import cn.jianfu.messaging.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** Every metric that the calculator computes, in words. */
public final class MetricCatalogue {

  private final List<MetricDefinition> all;

  MetricCatalogue() {
    try {
      this.all =
          List.of(
              EventJson.read(
                  new ClassPathResource("cn/jianfu/report/metrics.json").getContentAsByteArray(),
                  MetricDefinition[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<MetricDefinition> all() {
    return all;
  }

  public Optional<MetricDefinition> find(String id) {
    return all.stream().filter(metric -> metric.id().equals(id)).findAny();
  }
}
