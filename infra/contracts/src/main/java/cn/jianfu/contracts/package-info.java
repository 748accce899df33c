/** The published language of the platform: what the services say to each other over Kafka. */
@NullMarked
package cn.jianfu.contracts;

import org.jspecify.annotations.NullMarked;
