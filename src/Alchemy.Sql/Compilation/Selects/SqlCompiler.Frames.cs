namespace Alchemy;

public partial class SqlCompiler
{
    private void CheckFrame(WindowFrame? frame)
    {
        var has = Features.WindowFrames;
        if (has is WindowFrames.None)
        {
            throw Unsupported("OVER", "this version has no windows: join the rows that belong together, or number them in the program.");
        }

        if (frame is null)
        {
            return;
        }

        if (has is not WindowFrames.Everything && frame.Unit is FrameUnit.Groups)
        {
            throw Unsupported("A window of GROUPS", "number the groups with dense_rank() in a subquery, and take a RANGE over that number.");
        }

        if (has is not WindowFrames.Everything && frame.Exclusion is not FrameExclusion.None)
        {
            throw Unsupported("EXCLUDE in a window", "subtract the excluded rows' share, or take two windows around them.");
        }

        if (has is WindowFrames.RangesWithoutDistance && frame.Unit is FrameUnit.Range && (IsDistance(frame.From) || IsDistance(frame.To)))
        {
            throw Unsupported("A window of a RANGE with a distance", "join the rows in reach, or use ROWS where every value is there once.");
        }
    }

    private static bool IsDistance(FrameBound bound) => bound.Kind is FrameBoundKind.Preceding or FrameBoundKind.Following;
}
