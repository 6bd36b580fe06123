/// The verbs: `init`, `revision`, `merge`, `upgrade`, `downgrade`, `stamp`, `current`, `check`, `history`, `show`,
/// `heads`, `branches`, in Alembic's words.
///
/// [Verbs] adds them to any picocli command line, for a program that compiles its revisions in. [StandAlone] is a
/// command line of its own over a folder that `init` made: [ProjectFolder] reads and compiles it. What goes wrong
/// is one line on standard error; the exit code is 1, or 2 for a wrong call.
package dev.gatehouse.migrations.command;
