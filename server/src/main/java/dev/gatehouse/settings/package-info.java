/// What an operator may decide, read from the environment and `.env`, checked whole before anything is opened.
///
/// Open first: `Variable` (every name, its default and meaning), `SettingsReader` (how each is judged),
/// `Settings` (what the rooms are built from). All that is wrong is found in one reading.
package dev.gatehouse.settings;
