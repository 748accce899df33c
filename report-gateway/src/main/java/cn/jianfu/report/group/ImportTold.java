package cn.jianfu.report.group;

/** What group-service says to an import, or of one. */
public sealed interface ImportTold {

  record Known(RegisterImport it) implements ImportTold {}

  /** It does not take the file, or take it back, and says why. */
  record Declined(int status, Refused because) implements ImportTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements ImportTold {}
}
