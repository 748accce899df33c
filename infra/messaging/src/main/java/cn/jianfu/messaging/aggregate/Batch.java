package cn.jianfu.messaging.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The commands of one call, in order for each aggregate, and their outcomes in order of the call.
 */
final class Batch<S, D> {

  private final List<Command<S, D>> commands;
  private final Map<String, List<Integer>> positions = new LinkedHashMap<>();
  private final List<Outcome<S, D>> outcomes;
  private final List<String> lost = new ArrayList<>();

  Batch(List<Command<S, D>> commands) {
    this.commands = commands;
    this.outcomes = new ArrayList<>(commands.size());
    for (int i = 0; i < commands.size(); i++) {
      positions.computeIfAbsent(commands.get(i).id(), _ -> new ArrayList<>(2)).add(i);
      outcomes.add(new Outcome.OutboxFull<>());
    }
  }

  Collection<String> ids() {
    return positions.keySet();
  }

  List<Command<S, D>> commands(String id) {
    return positions(id).stream().map(commands::get).toList();
  }

  synchronized void decided(String id, List<Outcome<S, D>> decided) {
    List<Integer> of = positions(id);
    for (int i = 0; i < of.size(); i++) {
      outcomes.set(of.get(i), decided.get(i));
    }
  }

  synchronized void lost(String id) {
    lost.add(id);
  }

  synchronized List<String> lost() {
    return List.copyOf(lost);
  }

  synchronized List<Outcome<S, D>> outcomes() {
    return List.copyOf(outcomes);
  }

  synchronized List<Outcome<S, D>> outcomes(String id) {
    return positions(id).stream().map(outcomes::get).toList();
  }

  private List<Integer> positions(String id) {
    return Objects.requireNonNull(positions.get(id));
  }
}
