package cn.jianfu.report.finding.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people judged a finding: the district's own half of it.
 *
 * @param judgements oldest first
 * @param contests what its unit said against it, oldest first
 */
public record Handling(
    String findingId, List<Judgement> judgements, @Nullable List<Contest> contests) {

  /** A finding is judged a few times in its life; a client that flips it for ever is stopped. */
  static final int MOST_JUDGEMENTS = 100;

  static final int MOST_CONTESTS = 20;

  public Handling {
    judgements = List.copyOf(judgements);
    // Handlings of before could not be contested.
    contests = contests == null ? List.of() : List.copyOf(contests);
  }

  @Override
  public List<Contest> contests() {
    return Objects.requireNonNull(contests);
  }

  /** Whether a contest waits for an answer. */
  public boolean contested() {
    return !contests().isEmpty()
        && (judgements.isEmpty() || judgements.getLast().at().isBefore(contests().getLast().at()));
  }

  /** What a contest leads to; {@code detected} is the finding as it is contested. */
  public Ruling contest(Contest contest, Detected detected) {
    if (contest.reason().isBlank()) {
      return new Ruling.Declined(Refusal.REASON_MISSING);
    }
    if (contested()) {
      return contests().getLast().reason().equals(contest.reason())
          ? new Ruling.Unchanged()
          : new Ruling.Declined(Refusal.CONTEST_OPEN);
    }
    if (!detected.openOn(contest.on())) {
      return new Ruling.Declined(Refusal.FINDING_CLEARED);
    }
    if (contests().size() >= MOST_CONTESTS) {
      return new Ruling.Declined(Refusal.CONTESTED_TOO_OFTEN);
    }
    List<Contest> all = new ArrayList<>(contests());
    all.add(contest);
    return new Ruling.Accepted(new Handling(findingId, judgements, all));
  }

  /** Of a finding that nobody has judged. */
  public static Handling none(String findingId) {
    return new Handling(findingId, List.of(), List.of());
  }

  /** What had been said by the end of that day. */
  public Handling asOf(LocalDate day) {
    return new Handling(
        findingId,
        judgements.stream().filter(it -> !it.on().isAfter(day)).toList(),
        contests().stream().filter(it -> !it.on().isAfter(day)).toList());
  }

  /** The judgement that stood at the end of that day. */
  public Optional<Judgement> standingOn(LocalDate day) {
    return judgements.stream()
        .filter(judgement -> !judgement.on().isAfter(day))
        .reduce((_, later) -> later)
        .filter(judgement -> judgement.verdict() != Verdict.TAKEN_BACK);
  }

  /** The judgement that stands now. */
  public Optional<Judgement> standing() {
    return standingOn(LocalDate.MAX);
  }

  /** What a new judgement leads to; {@code detected} is the finding as it is judged. */
  public Ruling decide(Judgement judgement, Detected detected) {
    Optional<Judgement> standing = standing();
    if (judgement.verdict() == Verdict.TAKEN_BACK && standing.isEmpty()) {
      return new Ruling.Unchanged();
    }
    if (!contested() && saysTheSame(standing, judgement, detected)) {
      return new Ruling.Unchanged();
    }
    if (judgement.verdict() == Verdict.DISMISSED && judgement.reason().isBlank()) {
      return new Ruling.Declined(Refusal.REASON_MISSING);
    }
    if (judgement.verdict() != Verdict.TAKEN_BACK && !detected.openOn(judgement.on())) {
      return new Ruling.Declined(Refusal.FINDING_CLEARED);
    }
    if (judgements.size() >= MOST_JUDGEMENTS) {
      return new Ruling.Declined(Refusal.JUDGED_TOO_OFTEN);
    }
    return new Ruling.Accepted(evolve(judgement));
  }

  Handling evolve(Judgement judgement) {
    List<Judgement> all = new ArrayList<>(judgements);
    all.add(judgement);
    return new Handling(findingId, all, contests);
  }

  // A finding that came back, or got worse, may be judged alike once more.
  private static boolean saysTheSame(
      Optional<Judgement> standing, Judgement judgement, Detected detected) {
    return standing
        .filter(before -> before.verdict() == judgement.verdict())
        .filter(before -> before.reason().equals(judgement.reason()))
        .filter(before -> before.seen().equals(judgement.seen()))
        .filter(before -> detected.runOn(before.on()).equals(detected.runOn(judgement.on())))
        .isPresent();
  }

  /** What a judgement leads to. */
  public sealed interface Ruling {
    record Accepted(Handling next) implements Ruling {}

    record Unchanged() implements Ruling {}

    record Declined(Refusal why) implements Ruling {}
  }

  /** Why a judgement is declined. */
  public enum Refusal {
    REASON_MISSING,
    FINDING_CLEARED,
    JUDGED_TOO_OFTEN,
    CONTEST_OPEN,
    CONTESTED_TOO_OFTEN
  }
}
