package org.wec7emu.report;

import java.util.List;

/** A ladder as a picture of its own, for a document or a ticket: one SVG that needs no other file, no network and no script. */
public final class LadderPicture {
    private static final int MARGIN = 12;

    private LadderPicture() {}

    /** The drawing for screens, as it stands on a page. */
    public static String of(Ladder ladder) {
        Html svg = new Html();
        List<Drawing> pieces = LadderDrawing.of(ladder, LadderScale.WIDE);
        int height = pieces.stream().mapToInt(Drawing::height).sum() + 2 * MARGIN;
        int width = LadderScale.WIDE.width() + 2 * MARGIN;
        svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "ladder picture",
                        "width",
                        Integer.toString(width),
                        "height",
                        Integer.toString(height),
                        "viewBox",
                        -MARGIN + " " + -MARGIN + " " + width + " " + height,
                        "role",
                        "img",
                        "aria-labelledby",
                        "title desc")
                .line();
        svg.element("title", ladder.title() + ": " + Summary.of(ladder), "id", "title");
        svg.element("desc", Summary.described(ladder), "id", "desc").line();
        svg.raw("<style>\n" + StyleSheet.LADDER + "</style>\n");
        LadderSvg contents = new LadderSvg(svg);
        int top = 0;
        for (Drawing piece : pieces) {
            svg.open("g", "transform", "translate(0 " + top + ")").line();
            contents.contents(piece);
            svg.close("g").line();
            top += piece.height();
        }
        return svg.close("svg").line().toString();
    }
}
