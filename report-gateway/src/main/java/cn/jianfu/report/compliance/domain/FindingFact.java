package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Handling;

/** A finding with both of its halves. */
public record FindingFact(Detected detected, Handling handling) {}
