package cn.jianfu.report.reference;

/**
 * Reference data as it is kept: thresholds have dots in their names, which a document's fields
 * should not have.
 *
 * @param json of the published record
 */
record KeptReference(String json) {}
