-- A client asks who the person is.
wrk.path = "/oauth2/userinfo"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("LOAD_ACCESS_TOKEN")
