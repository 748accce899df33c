package cn.jianfu.web.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a row.
 *
 * @param column from 0; null when the whole row is meant
 * @param code stable word, with its text in the bundles under {@code code.<code>}
 * @param values fill the placeholders of the text
 */
public record RowFinding(@Nullable Integer column, String code, Map<String, ?> values) {}
