package cn.jianfu.testkit.bad.circle.two;

import cn.jianfu.testkit.bad.circle.one.One;
import org.jspecify.annotations.Nullable;

public record Two(@Nullable One needs) {}
