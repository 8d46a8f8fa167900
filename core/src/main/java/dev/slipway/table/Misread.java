package dev.slipway.table;

import java.io.Serializable;

/**
 * A cell that whoever brought the rows into their columns could not read. It keeps its text; a contract names it as broken,
 * even where the text alone would look right.
 *
 * @param column where the cell is now
 * @param value the text that cannot be read
 * @param reason for people: who could not read it, what the column is called where it came from, and why
 */
public record Misread(String column, String value, String reason) implements Serializable {}
