package cn.jianfu.group.detection.domain;

/** Why a finding is gone. */
public enum ClearedBecause {
  /** The facts are others now; only this counts as put right. */
  DATA,
  /** The rule is off, or would still hold by the rule set that it was found with. */
  RULE_SET,
  /** Somebody exempted the subject. */
  EXEMPTION,
  /** What it was about is no longer in use. */
  SUBJECT_CLOSED,
  /**
   * What it was about goes on as the group under its platform's id, or is part of what another
   * finding is about; or it is about a person who goes by another reference, since the key is
   * another.
   */
  JOINED,
  /**
   * The groups are all there still, and called or described otherwise: name, purpose, matter code,
   * owner or the day of founding. Right as that may be, it puts nothing right.
   */
  RELABELLED,
  /**
   * A counter that it rested on was put right: by what is known now there was nothing to find, on
   * no day. That puts nothing right either.
   */
  CORRECTED,
  /**
   * The groups whose place another had taken are in use again themselves, or were declared in
   * error. It takes nobody's place any more, and nothing is put right: all of them are there.
   */
  RESTORED,
  /** A group or an incident that it was about was declared in error: the finding was one, too. */
  WITHDRAWN
}
