/// OpenFGA's HTTP API over the same engine, so that its SDKs and its command line work here. A store is a
/// tenant.
///
/// Its words stay in here: a *tuple* is a relationship, a *store* a tenant. What goes wrong is a [Failure]
/// with one of OpenFGA's codes, which `OpenFgaProblems` writes in OpenFGA's form.
///
/// Open first: `Stores`, then `StoreQuestions` and `TupleWrites`, then the doors: `StoreEndpoint`,
/// `StoreModelEndpoint`, `TupleEndpoint`, `QueryEndpoint`, `ListEndpoint`, `AssertionEndpoint`.
package dev.gatehouse.openfga;
