package dev.slipway.search;

import dev.slipway.document.Sha256;
import dev.slipway.evaluation.Judged;
import dev.slipway.evaluation.Judgement;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The SHA-256 of what was answered to which rows, bit by bit: equal for equal answers only. */
final class AnswersHash {
    private AnswersHash() {}

    static String of(Judgement judgement) {
        var digest = Sha256.digest();
        judgement.folds().forEach(fold -> add(digest, fold));
        return Sha256.text(digest.digest());
    }

    private static void add(MessageDigest digest, Judged fold) {
        var answers = fold.answers();
        int[] rows = fold.rows();
        var bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * answers.classes());
        for (int row = 0; row < rows.length; row++) {
            bytes.clear().putInt(rows[row]);
            for (int label = 0; label < answers.classes(); label++) {
                bytes.putDouble(answers.probability(row, label));
            }
            digest.update(bytes.array());
        }
    }
}
