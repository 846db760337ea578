package ingchain.block;

import java.util.List;

/**
 * The first block. Nobody mined it: every node has it built in, and two nodes with different genesis blocks have
 * nothing to say to one another. All values are the original program's.
 */
public final class Genesis {
    /** The only version of a block that there is. */
    public static final String VERSION = "1.0.0";

    /** The block at height 1. Its merkle root follows from no rule: never compute it again. */
    public static final Block BLOCK = new Block(
            VERSION,
            1,
            1_231_006_506L,
            "0".repeat(64),
            "DC24B19FB7508611ACD8AD17F401753670CFD8DD1BEBEF9C875125E98D82E3D8",
            0,
            0,
            List.of(),
            "2009년 1월 3일 더 타임스, 은행들의 두번째 구제금융을 앞두고 있는 U.K 재무장관",
            "84ffab55c48e36cc480e2fd4c4bb0dc5ee1bb2d41a4f2a78a1533a8bb7df8370");

    private Genesis() {}
}
