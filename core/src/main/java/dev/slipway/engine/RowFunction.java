package dev.slipway.engine;

import dev.slipway.source.Batch;
import dev.slipway.table.Table;
import java.io.Serializable;
import java.util.function.Function;

/**
 * Row-wise code: what it makes of a row does not depend on the rows beside it. Called from several threads at once. It
 * travels to other machines by Java serialisation: what a lambda captures is plain data, or is made again on arrival.
 */
@FunctionalInterface
public interface RowFunction extends Function<Batch, Table>, Serializable {}
