package cn.jianfu.group.workgroup;

import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What the district has confirmed (属实) about groups, as far as it has been heard of. */
@FunctionalInterface
public interface Confirmations {

  /** Of these groups, those about which a finding is open that was confirmed. */
  Mono<Set<String>> about(Collection<String> groups);
}
