/** The OpenAPI document of a service: from its code, with what all services have in common. */
@NullMarked
package cn.jianfu.web.openapi;

import org.jspecify.annotations.NullMarked;
