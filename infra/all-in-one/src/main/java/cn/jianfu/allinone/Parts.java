package cn.jianfu.allinone;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.group.GroupServiceApplication;
import cn.jianfu.identity.IdentityApplication;
import cn.jianfu.report.ReportGatewayApplication;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** Starts and stops the parts of one platform, each by itself or several side by side. */
final class Parts {

  private final DataFolder data;
  private final LocalSettings settings;
  private final DistrictTime time;
  private final Map<String, Object> identity;
  private final Map<String, Object> group;
  private final Map<String, Object> report;
  private final Map<Part, AutoCloseable> running =
      Collections.synchronizedMap(new EnumMap<>(Part.class));

  Parts(DataFolder data, LocalSettings settings, LocalProperties properties, DistrictTime time) {
    this.data = data;
    this.settings = settings;
    this.time = time;
    // Secrets are made up here, before parts start side by side.
    this.identity = properties.identity();
    this.group = properties.group();
    this.report = properties.report();
  }

  /** Starts these parts side by side and waits for all of them. */
  void start(Part first, Part... more) {
    sideBySide(EnumSet.of(first, more), part -> running.put(part, started(part)));
  }

  private AutoCloseable started(Part part) {
    return switch (part) {
      case STORE ->
          InProcessStore.open(StoreSettings.in(data.of("store"), settings.ports().store()));
      case BROKER ->
          InProcessBroker.start(
              BrokerSettings.in(data.of("broker")).port(settings.ports().broker()));
      case IDENTITY -> context(IdentityApplication.builder(), identity);
      case GROUP_SERVICE -> context(GroupServiceApplication.builder(), group);
      case REPORT_GATEWAY -> context(ReportGatewayApplication.builder(), report);
    };
  }

  private ConfigurableApplicationContext context(
      SpringApplicationBuilder application, Map<String, Object> properties) {
    // As arguments, so that they stand above what the service's own configuration file says.
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return application
        .registerShutdownHook(false)
        .initializers(context -> own((GenericApplicationContext) context))
        .run(arguments);
  }

  private void own(GenericApplicationContext context) {
    context.registerBean(ReactorResourceFactory.class, Parts::nettyOfOneService);
    context.registerBean(DistrictTime.class, () -> time);
  }

  /** The shared threads end with the first service that stops, and cut off the others. */
  private static ReactorResourceFactory nettyOfOneService() {
    ReactorResourceFactory netty = new ReactorResourceFactory();
    netty.setUseGlobalResources(false);
    // The server has stopped in order before its threads end; they need not wait for more.
    netty.setShutdownQuietPeriod(Duration.ZERO);
    netty.setShutdownTimeout(Duration.ofSeconds(2));
    return netty;
  }

  /** Stops these parts side by side; those that do not run are left alone. */
  void stop(Part first, Part... more) {
    sideBySide(EnumSet.of(first, more), this::stopped);
  }

  private void stopped(Part part) {
    AutoCloseable stopping = running.remove(part);
    if (stopping == null) {
      return;
    }
    try {
      stopping.close();
    } catch (Exception e) {
      System.err.println("While stopping " + part + ": " + e);
    }
  }

  /** On threads of their own: the common pool of a machine with two cores has one. */
  private static void sideBySide(Set<Part> parts, Consumer<Part> step) {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("part-", 0).factory())) {
      CompletableFuture.allOf(
              parts.stream()
                  .map(part -> CompletableFuture.runAsync(() -> step.accept(part), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
