/// Revisions as Java files: written by `revision`, read and compiled by a stand-alone project.
///
/// Open [RevisionFile] first: what a new file says. [OperationCode] says operations in the words that a person
/// would write; [Layout] breaks lines as the project's formatter does. [SourceFolder] keeps the folder and its
/// list of revisions, [Compiling] turns a folder into classes.
package dev.gatehouse.migrations.source;
