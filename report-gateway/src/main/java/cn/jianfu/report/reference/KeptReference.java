package cn.jianfu.report.reference;

/**
 * Reference data as it is kept: thresholds have dots in their names, which a document's fields
 * should not have. Public, because the driver's codec reads its components.
 *
 * @param json of the published record
 */
public record KeptReference(String json) {}
