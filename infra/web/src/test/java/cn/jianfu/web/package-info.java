@NullMarked
package cn.jianfu.web;

import org.jspecify.annotations.NullMarked;
