package dev.slipway.algorithm;

import dev.slipway.tree.Trees;
import java.util.List;
import java.util.SortedMap;

/** How boosted trees are grown, in the words of one library. Values only. */
public sealed interface TreeParams permits XgboostParams, LightgbmParams {
    /** What both libraries call the directions an answer may move in. */
    String MONOTONE = "monotone_constraints";

    /** The library whose words these are. */
    NativeLibrary library();

    /** Rounds of boosting. */
    int trees();

    /** The most of one tree, in the library's own measure. */
    int size();

    /** What people call that measure: {@code depth} or {@code leaves}. */
    String sizeName();

    double rate();

    /** Share of the rows drawn anew for each tree. */
    double rowShare();

    /** Share of the columns drawn anew for each tree. */
    double columnShare();

    /** The same with other numbers where people may choose them. */
    TreeParams sized(int trees, int size, double rate, double rowShare, double columnShare);

    /** What the library is told: its own names and values. */
    SortedMap<String, String> settings(Objective objective);

    /** How the library writes which way the answer may move with each feature: 1 up, -1 down, 0 either. */
    String monotone(List<Integer> directions);

    /** The trees in a model the library wrote. */
    Trees read(byte[] model);
}
