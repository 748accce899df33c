package cn.jianfu.contracts.group;

/**
 * How a work group stands, said again at its present sequence because somebody may have missed it:
 * nothing has happened to it, and nobody did anything.
 */
public record WorkGroupRestatedV1(WorkGroupV1 group) {}
