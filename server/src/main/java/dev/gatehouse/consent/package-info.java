/// What a person allowed a client: asked once, remembered per client and scope, reviewed and taken back at any time.
///
/// `ConsentPages` asks, `Consents` remembers, `ConsentEndpoint` shows and takes back.
package dev.gatehouse.consent;
