-- An API asks about one token again and again.
wrk.method = "POST"
wrk.path = "/oauth2/introspect"
wrk.body = "token=" .. os.getenv("LOAD_ACCESS_TOKEN")
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Authorization"] = os.getenv("LOAD_BASIC")
