package cn.jianfu.report.metric;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.security.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MetricEndpoint {

  private final MetricCatalogue catalogue;
  private final Access access;

  MetricEndpoint(MetricCatalogue catalogue, Access access) {
    this.catalogue = catalogue;
    this.access = access;
  }

  @GetMapping("/api/v1/metrics")
  List<MetricDefinition> metrics(Caller caller) {
    access.mayRead(caller);
    return catalogue.all();
  }
}
