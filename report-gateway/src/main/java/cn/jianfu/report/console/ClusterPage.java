package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a town that could become one.
 *
 * @param asked a merge that somebody thought of, or none
 * @param problem a key of the bundles: why there is no answer; null when there is one
 * @param words what the owning service said against it; null when it said nothing
 * @param more whether more is proposed than is shown
 * @param crossings pairs that share many people and are not proposed to be merged, those that share
 *     most first; at most {@link #CROSSINGS}; none beside a trial
 * @param others live groups that could be added, by name
 */
record ClusterPage(
    String town,
    Words townName,
    ClusterQuery asked,
    @Nullable String problem,
    @Nullable String words,
    List<Cluster> clusters,
    boolean more,
    List<Crossing> crossings,
    List<Choice> others) {

  static final int CROSSINGS = 50;

  /**
   * Two groups of which neither is mostly the other (交叉群).
   *
   * @param finding its id
   * @param shared people in both; null when the finding does not say
   * @param share of all people of both, 0 to 1; null likewise
   */
  record Crossing(
      String finding,
      String first,
      String firstName,
      String second,
      String secondName,
      @Nullable Integer shared,
      @Nullable Double share) {}

  /** A group that can be chosen. */
  record Choice(String id, String name, Words unit) {}

  /**
   * One merge.
   *
   * @param because rules that speak for it
   * @param result what it would give
   */
  record Cluster(List<Part> parts, List<Because> because, Result result, ClusterDrawing drawing) {

    public Part target() {
      return parts.getFirst();
    }

    /** The groups that would end. */
    public List<Part> others() {
      return parts.subList(1, parts.size());
    }
  }

  record Because(String rule, Words name) {}

  /**
   * A group as it is now; null is unknown.
   *
   * @param no its number in the drawing
   */
  record Part(
      int no,
      String id,
      String name,
      Words unit,
      @Nullable Integer members,
      @Nullable Integer messages) {}

  /** What a merge would give; null is unknown. */
  record Result(
      @Nullable Integer members,
      @Nullable Integer newcomers,
      @Nullable Integer saved,
      @Nullable Integer messages,
      @Nullable Integer limit,
      boolean floods) {}
}
