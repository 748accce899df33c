package cn.jianfu.group.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next to ask for the part that follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {}
