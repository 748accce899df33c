package cn.jianfu.web.imports;

import java.util.List;

/**
 * A column of a template.
 *
 * @param hint how to fill it, shown as a comment of the heading
 * @param width in characters
 * @param choices the only values that it takes, offered as a list; empty for any
 */
public record TemplateColumn(
    String heading, String hint, boolean required, int width, List<String> choices) {}
