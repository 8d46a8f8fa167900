package dev.slipway.workflow;

import java.util.function.BiFunction;

/**
 * One piece of work on a state folder, which may be open in another program: so question and answer are records that JSON
 * can carry, and nothing else goes in or out.
 *
 * @param name the word in the URL
 */
public record Operation<Q, A>(String name, Class<Q> question, Class<A> answer, BiFunction<Workspace, Q, A> work) {}
