package dev.gatehouse.permissions.model;

/// Where in a model something stands.
public sealed interface Place {

    /// In the text form.
    ///
    /// @param file of a model that is written in several; empty where there is one text only
    /// @param line from 1
    /// @param column from 1, in characters
    record InText(String file, int line, int column) implements Place {

        public InText(int line, int column) {
            this("", line, column);
        }

        /// As compilers write it, `6:12`, or `core.fga:6:12`.
        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ":") + line + ":" + column;
        }

        /// Somewhere in a part of the text that begins here.
        InText plus(int itsLine, int itsColumn) {
            return itsLine == 1
                    ? new InText(file, line, column + itsColumn - 1)
                    : new InText(file, line + itsLine - 1, itsColumn);
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
