/// Revisions as Java files: written by `revision`, read and compiled by a stand-alone project.
///
/// Open [Draft] first: what a new revision is to be. [Placed] finds its place in the history, [NewRevision] writes
/// it, [RevisionFile] is what the file says. [OperationCode] says operations in the words that a person
/// would write; [Layout] breaks lines as the project's formatter does. [SourceFolder] keeps the folder and its
/// list of revisions, [Compiling] turns a folder into classes.
package dev.gatehouse.migrations.source;
