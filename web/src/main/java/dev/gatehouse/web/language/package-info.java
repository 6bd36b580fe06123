/// Which language a person reads, and words in each of them. Texts are Java: an interface with a method a text,
/// implemented once a language, so that the compiler misses every text that is missing. Begin with [Words].
package dev.gatehouse.web.language;
