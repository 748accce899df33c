/** group-service as a whole, on an in-process store and broker. */
package cn.jianfu.group;
