package dev.gatehouse.web.shape;

import java.util.Arrays;

/// Where in a JSON body a reader is. Steps are kept as they come and become text only when there is a fault to
/// report.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6901#section-3 RFC 6901 §3
final class Pointer {
    private Object[] steps = new Object[8];
    private int depth;

    void enter(String member) {
        push(member);
    }

    void enter(int index) {
        push(index);
    }

    void leave() {
        depth--;
    }

    private void push(Object step) {
        if (depth == steps.length) steps = Arrays.copyOf(steps, depth * 2);
        steps[depth++] = step;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++)
            text.append('/').append(steps[i].toString().replace("~", "~0").replace("/", "~1"));
        return text.toString();
    }
}
