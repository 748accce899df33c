package cn.jianfu.vote.inside;

public record Inside(String secret) {}
