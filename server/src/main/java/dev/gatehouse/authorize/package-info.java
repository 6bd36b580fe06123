/// `/oauth2/authorize`: an application sends a person's browser here, and gets it back with a code or with a
/// reason.
///
/// A request is judged whole before anything is shown. Then one step after the other follows, each a page of
/// another room that leads back here: *sign in*, *choose* who one is, *consent*; at last *respond* or
/// *refuse*. Between the steps a ticket keeps the request.
///
/// Open first: `AuthorizationEndpoint` (the HTTP), `RequestReader` (who is answered at all), `RequestRules`
/// (the rules, in order), `NextStep` (what is to be done now), `AuthorizationResponse` (what the application
/// is told).
///
/// How a request may come besides: `RequestObjects` (signed), `PushedRequestEndpoint` (left beforehand).
package dev.gatehouse.authorize;
