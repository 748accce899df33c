package cn.jianfu.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * The auto-configurations listed in {@code META-INF/spring}, whatever else is on the class path: in
 * one JVM it also holds Kafka, Stream and a reactive web server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@interface OnlyWhatIdentityNeeds {}
