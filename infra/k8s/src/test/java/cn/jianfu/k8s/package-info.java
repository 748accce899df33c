/**
 * Builds the overlays as kustomize does, and holds the result against schemas and against Compose.
 */
@NullMarked
package cn.jianfu.k8s;

import org.jspecify.annotations.NullMarked;
