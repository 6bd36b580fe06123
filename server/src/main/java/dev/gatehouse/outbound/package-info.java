/// Our calls to others.
package dev.gatehouse.outbound;
