package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;

/**
 * A register that people of the town imported, and what they had to say about it.
 *
 * @param answers cells, rows, columns and groups
 */
public record ImportFact(String importId, LocalDate on, int answers) {}
