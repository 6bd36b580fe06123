/// A device without a keyboard asks for leave; its person gives it on a phone or a computer.
///
/// The device gets two codes: its own, with which it asks for its tokens again and again, and a short one that it
/// shows. The person types that in at `/device`, signs in, sees who asks for what, and says yes or no. States of a
/// code: *waiting*, *allowed* or *denied* (nobody decides twice), *redeemed* (once), *expired*.
///
/// Open first: `DeviceAuthorizationEndpoint` (the device begins), `DevicePages` (the person decides), `DeviceCodes`
/// (the rules); room `grant` has the door through which the device takes its tokens.
package dev.gatehouse.device;
