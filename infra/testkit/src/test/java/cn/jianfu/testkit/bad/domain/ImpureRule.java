package cn.jianfu.testkit.bad.domain;

import org.springframework.http.HttpStatus;

public record ImpureRule(HttpStatus status) {}
