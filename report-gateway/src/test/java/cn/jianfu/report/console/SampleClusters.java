package cn.jianfu.report.console;

import java.util.List;
import java.util.stream.IntStream;

/** Groups that could become one, for the tests of the console. */
final class SampleClusters {

  private static final Words OFFICE = new Words("党政办", "Party and Government Office");

  private SampleClusters() {}

  static ClusterPage page(ClusterQuery asked, boolean away) {
    var proposed = List.of(cluster(5, 45, false), cluster(2, 18, true));
    var shown = asked.tries() ? proposed.subList(0, 1) : proposed;
    return new ClusterPage(
        asked.town(),
        new Words("新店镇", "Xindian Town"),
        asked,
        away ? "clusters.nothing.AWAY" : null,
        null,
        away ? List.of() : shown,
        false,
        asked.tries() ? List.of() : List.of(crossing()),
        List.of(new ClusterPage.Choice("350213101901/WECOM/other", "森林防火群", OFFICE)));
  }

  private static ClusterPage.Crossing crossing() {
    return new ClusterPage.Crossing(
        "f-cross",
        "350213101901/WECOM/g1",
        "护林防火联络群",
        "350213101901/WECOM/g7",
        "林业站工作交流群",
        27,
        0.613);
  }

  private static ClusterPage.Cluster cluster(int groups, int members, boolean floods) {
    var parts =
        IntStream.rangeClosed(1, groups)
            .mapToObj(no ->
                new ClusterPage.Part(
                    no,
                    "350213101901/WECOM/g" + no,
                    "<b>防汛抗旱值班群</b>" + no,
                    OFFICE,
                    no == 3 ? null : members - 4 * no,
                    no == 3 ? null : 12 * no))
            .toList();
    var drawing =
        ClusterDrawing.of(
            parts.stream()
                .map(it -> new ClusterDrawing.Node(it.id(), it.name(), it.members()))
                .toList(),
            parts.stream()
                .skip(1)
                .map(it ->
                    new ClusterDrawing.Edge(parts.getFirst().id(), it.id(), members - 6 * it.no()))
                .toList());
    return new ClusterPage.Cluster(
        parts,
        List.of(new ClusterPage.Because("G-DUPM", new Words("一事多群", "One matter, many groups"))),
        new ClusterPage.Result(groups > 2 ? null : members, 3, 21, floods ? 240 : 60, 200, floods),
        drawing);
  }
}
