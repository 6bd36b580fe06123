package dev.gatehouse.permissions.model;

/// Where in a model something stands.
public sealed interface Place {

    /// In the text form.
    ///
    /// @param line from 1
    /// @param column from 1, in characters
    record InText(int line, int column) implements Place {

        /// As compilers write it, `6:12`.
        @Override
        public String toString() {
            return line + ":" + column;
        }

        /// Somewhere in a part of the text that begins here.
        InText plus(int itsLine, int itsColumn) {
            return itsLine == 1 ? new InText(line, column + itsColumn - 1) : new InText(line + itsLine - 1, itsColumn);
        }
    }

    /// In the tree form.
    ///
    /// @param pointer `/type_definitions/1/relations/viewer`
    /// @spec https://www.rfc-editor.org/rfc/rfc6901 RFC 6901
    record InTree(String pointer) implements Place {

        @Override
        public String toString() {
            return pointer.isEmpty() ? "/" : pointer;
        }

        InTree to(String member) {
            return new InTree(pointer + "/" + member.replace("~", "~0").replace("/", "~1"));
        }

        InTree to(int index) {
            return new InTree(pointer + "/" + index);
        }
    }

    /// In the model beneath, on which the one that is read stands: what that one says made the other wrong.
    record Beneath() implements Place {

        @Override
        public String toString() {
            return "built in";
        }
    }
}
