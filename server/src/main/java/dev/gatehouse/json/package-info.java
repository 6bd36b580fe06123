/// JSON as a tree of plain Java values: what models, the contexts of conditions and the claims of tokens are made of
/// before they are stored or sent.
///
/// `JsonTree` is all there is. It knows neither a database nor HTTP; doors read and write their own JSON, by what
/// they declare.
package dev.gatehouse.json;
