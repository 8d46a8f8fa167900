package dev.slipway.contract;

import dev.slipway.table.Table;

/**
 * What a contract says of a source, and the source's rows as the contract types them, made in the same pass.
 *
 * @param report settled: of the whole check
 * @param typed every row in source order, bad ones included
 */
public record CheckedRows(Report report, Table typed) {}
