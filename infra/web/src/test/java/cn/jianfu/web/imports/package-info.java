@NullMarked
package cn.jianfu.web.imports;

import org.jspecify.annotations.NullMarked;
