package cn.jianfu.group.runtime;

import reactor.core.publisher.Mono;

/** The indexes of one collection, made when the service starts; making them again does nothing. */
@FunctionalInterface
public interface Indexes {

  Mono<Void> ensure();
}
