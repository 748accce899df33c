package cn.jianfu.web.imports;

/**
 * An answer to what is asked about a row.
 *
 * @param value as it is sent
 * @param label what a person reads; empty where the reader's language has the word for it
 */
public record RowAnswer(String value, String label) {}
