/// What the world may know of us to check our tokens: the public keys. Provider metadata will stand here too.
package dev.gatehouse.discovery;
