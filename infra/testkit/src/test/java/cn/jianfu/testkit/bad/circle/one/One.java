package cn.jianfu.testkit.bad.circle.one;

import cn.jianfu.testkit.bad.circle.two.Two;
import org.jspecify.annotations.Nullable;

public record One(@Nullable Two needs) {}
