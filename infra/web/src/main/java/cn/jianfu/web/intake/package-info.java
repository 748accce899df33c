/**
 * Takes CloudEvents over HTTP — one, a batch, or a stream of lines — and answers event by event.
 *
 * <p>The body is never held whole. It is cut into events by looking at brackets and quotes only, so
 * that one broken event does not take its neighbours with it; each event is then read strictly, and
 * its data stays bytes until the service binds them to its own record. Events are handed over in
 * chunks, in order. When the body turns out to be broken within the first chunk, nothing is applied
 * and the answer is a 4xx; later, what was applied is answered, and the last answer says from which
 * event on nothing was read.
 */
@NullMarked
package cn.jianfu.web.intake;

import org.jspecify.annotations.NullMarked;
