package org.wec7emu.report;

/** Writes elements; all text and all values of attributes are made harmless here, and nowhere else. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Begins an element; {@code attributes} are names and values in turn. */
    Html open(String element, String... attributes) {
        html.append('<').append(element);
        attributes(attributes);
        html.append('>');
        return this;
    }

    Html close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    /** An element without contents. */
    Html empty(String element, String... attributes) {
        html.append('<').append(element);
        attributes(attributes);
        html.append("/>");
        return this;
    }

    Html text(String text) {
        html.append(escaped(Cells.visible(text)));
        return this;
    }

    /** An element with text and nothing else. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Html line() {
        html.append('\n');
        return this;
    }

    /** Markup of this package's own. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            html.append(escaped(Cells.visible(attributes[i + 1]))).append('"');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
