/// The command `./gatehouse`, run for real in folders made for it, with a JDK and a Maven that only write down
/// what they were asked. Finding a JDK and passing on what the caller said: `StartTest`; building when it must:
/// `BuildTest`.
package dev.gatehouse.launcher;
