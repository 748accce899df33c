package cn.jianfu.report.fact;

import java.util.Map;

/**
 * What an event says about one part of a fact.
 *
 * @param kind the collection
 * @param id the fact
 * @param part path of the part that the event replaces, for example {@code d.2026-11-23}; the part
 *     keeps the sequence that wrote it
 * @param sequence compares as text
 * @param values fields of the part
 * @param lifted fields of the fact itself that this part decides
 * @param onInsert fields of the fact that this part says only when nothing else has
 */
record FactChange(
    FactKind kind,
    String id,
    String part,
    String sequence,
    Map<String, Object> values,
    Map<String, Object> lifted,
    Map<String, Object> onInsert) {}
