package cn.jianfu.load;

import cn.jianfu.load.stats.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Several clients that do the same until a time is over or there is nothing more to do. */
final class Workers {

  private Workers() {}

  /**
   * Runs them and waits for all.
   *
   * @param step of a worker: does something and says how much it was; 0 when there is no more
   * @param cpu the processor time of the server so far
   */
  static Rate run(
      int workers, Duration longest, Supplier<Duration> cpu, IntFunction<Supplier<Integer>> step) {
    Duration cpuBefore = cpu.get();
    long begun = System.nanoTime();
    long deadline = begun + longest.toNanos();
    long count = 0;
    try (ExecutorService pool = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        Supplier<Integer> mine = step.apply(i);
        tasks.add(() -> until(deadline, mine));
      }
      for (Future<Long> done : pool.invokeAll(tasks)) {
        count += done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return Rate.of(count, Duration.ofNanos(System.nanoTime() - begun), cpu.get().minus(cpuBefore));
  }

  private static long until(long deadline, Supplier<Integer> step) {
    long sum = 0;
    while (System.nanoTime() < deadline) {
      int done = step.get();
      if (done == 0) {
        break;
      }
      sum += done;
    }
    return sum;
  }
}
